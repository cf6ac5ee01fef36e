using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Features.Refunds.Accounts;

internal static class WaitingRefunds
{
    /// <summary>For <c>[Authorize(Roles = …)]</c>: who works on runs.</summary>
    public const string Viewers = Roles.RunViewers;

    private static readonly string[] ViewerRoles = Viewers.Split(',');

    /// <summary>Refunds whose firm has not answered yet; one whose account waits for a second person has.</summary>
    public static IQueryable<Case> UnansweredRefunds(this PortalDbContext db) => db.Cases.Where(record => record.State == CaseState.AwaitingAccount
        && !db.AccountChanges.Any(change => change.CaseId == record.Id && change.State == AccountChangeState.Open));

    public static IQueryable<Case> SeenBy(this IQueryable<Case> cases, Actor actor) =>
        cases.Within(ViewerRoles.Any(actor.Is) ? actor.Place : null, record => record.RegionCode);
}

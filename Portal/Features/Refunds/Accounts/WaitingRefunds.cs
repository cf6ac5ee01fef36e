using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Places;

namespace Portal.Features.Refunds.Accounts;

internal static class WaitingRefunds
{
    /// <summary>For <c>[Authorize(Roles = …)]</c>: who works on runs.</summary>
    public const string Lookers = Roles.RunLookers;

    private static readonly string[] LookerRoles = Lookers.Split(',');

    /// <summary>Refunds whose firm has not answered yet; one whose account waits for a second person has.</summary>
    public static IQueryable<Case> UnansweredRefunds(this PortalDbContext db) => db.Cases.Where(record => record.State == CaseState.AwaitingAccount
        && !db.AccountChanges.Any(change => change.CaseId == record.Id && change.State == AccountChangeState.Open));

    public static IQueryable<Case> SeenBy(this IQueryable<Case> cases, Actor actor)
    {
        if (actor.Place is not { } place || !LookerRoles.Any(actor.Is)) return cases.Where(_ => false);
        var prefix = RegionDirectory.PrefixOf(place);
        return cases.Where(record => record.RegionCode.StartsWith(prefix));
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Domain.Batches;

namespace Portal.Casework.Batches;

/// <summary>Who may look at batches and bank reports: those who handle or oversee money, within their own place.</summary>
internal static class BatchRights
{
    /// <summary>For <c>[Authorize(Roles = …)]</c>.</summary>
    public const string Viewers = Roles.BatchViewers;

    private static readonly string[] ViewerRoles = Viewers.Split(',');

    public static IQueryable<PaymentBatch> SeenBy(this IQueryable<PaymentBatch> batches, Actor actor) =>
        batches.Within(MayLook(actor) ? actor.Place : null, batch => batch.RegionCode);

    public static IQueryable<BankReport> SeenBy(this IQueryable<BankReport> reports, Actor actor) =>
        reports.Within(MayLook(actor) ? actor.Place : null, report => report.RegionCode);

    /// <summary>A case among these lines that the actor applied for or acts for (回避); null when there is none.</summary>
    public static Task<string?> PartyToAsync(this PortalDbContext db, IQueryable<BatchLine> lines, Actor actor, CancellationToken cancellation) =>
        lines.Where(line => line.State != LineState.Dropped)
            .Where(line => line.Case.ApplicantId == actor.UserId
                || line.Case.FirmId != null && db.FirmMemberships.Any(member => member.FirmId == line.Case.FirmId && member.UserId == actor.UserId))
            .Select(line => line.Case.No).FirstOrDefaultAsync(cancellation);

    private static bool MayLook(Actor actor) => actor.IsStaff && ViewerRoles.Any(actor.Is);
}

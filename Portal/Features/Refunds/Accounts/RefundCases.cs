using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;

namespace Portal.Features.Refunds.Accounts;

internal static class RefundCases
{
    /// <summary>The automatic grant of a number, for members of its firm; to everybody else there is none.</summary>
    public static IQueryable<Case> RefundOf(this PortalDbContext db, Actor actor, string caseNo) =>
        db.Cases.Where(record => record.No == caseNo && record.Origin == CaseOrigin.Screening
            && db.FirmMemberships.Any(member => member.FirmId == record.FirmId && member.UserId == actor.UserId));
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;

namespace Portal.Data.Cases;

public static class CaseParties
{
    /// <summary>Whether the actor applied for the case or acts for its firm, and so may not work on it as staff (回避).</summary>
    public static async Task<bool> IsPartyAsync(this PortalDbContext db, Actor actor, Case record, CancellationToken cancellation = default) =>
        record.ApplicantId == actor.UserId
        || record.FirmId is { } firm
        && await db.FirmMemberships.AnyAsync(member => member.FirmId == firm && member.UserId == actor.UserId, cancellation);
}

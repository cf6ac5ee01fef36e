using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Casework.Cases;

public static class CaseParties
{
    /// <summary>What a party is told who wants to work on the case as staff.</summary>
    public const string LeaveToOthers = "您是这件申请的申请人或该企业的经办人，按回避要求请由其他同事办理。";

    /// <summary>Who applied for the case and who acts for its firm.</summary>
    public static async Task<IReadOnlyCollection<Guid>> PartiesAsync(this PortalDbContext db, Case record, CancellationToken cancellation = default)
    {
        var members = record.FirmId is { } firm
            ? await db.FirmMemberships.Where(member => member.FirmId == firm).Select(member => member.UserId).ToListAsync(cancellation) : [];
        return record.ApplicantId is { } applicant ? [applicant, .. members] : members;
    }

    /// <summary>Whether the actor is a party to the case, and so may not work on it as staff (回避).</summary>
    public static async Task<bool> IsPartyAsync(this PortalDbContext db, Actor actor, Case record, CancellationToken cancellation = default) =>
        Recusal.IsParty(actor.UserId, await db.PartiesAsync(record, cancellation));
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Privacy;

namespace Portal.Features.Citizen.Filings;

/// <param name="Next">What may be told next; null when nothing waits for it.</param>
/// <param name="Filing">What was told and staff have not looked at; null when there is nothing.</param>
/// <param name="Papers">Of what was told.</param>
/// <param name="Refusal">Why staff did not accept the last one; null where they did, or there was none.</param>
public sealed record MilestoneView(Case Record, NextMilestone? Next, MilestoneFiling? Filing, IReadOnlyList<Attachment> Papers, string? Refusal, bool IsParty);

/// <summary>What the next instalment of a case waits for, for those who act for it and for staff of its place.</summary>
public sealed class ShowMilestone(IDbContextFactory<PortalDbContext> databases, MilestoneBook milestones, AccessLog access)
{
    /// <param name="asStaff">False for the applicant's page: it shows own cases only.</param>
    /// <returns>Null when there is no such case, or it is none of the actor's business.</returns>
    public async Task<MilestoneView?> HandleAsync(Actor actor, string no, bool asStaff, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var cases = asStaff ? db.Cases : db.OwnCasesOf(actor);
        var record = await cases.AsNoTracking().Include(c => c.Instalments).SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || asStaff && !record.IsOpenTo(actor)) return null;
        if (asStaff) await access.LookedAsync(db, actor, AccessedRecord.Of(record), AccessKind.Payments, "查看了拨付条件的填报", cancellation);
        var filing = await db.OpenFilingAsync(record.Id, cancellation);
        var next = await milestones.NextAsync(db, record, cancellation);
        var last = await db.MilestoneFilings.AsNoTracking().Where(one => one.CaseId == record.Id).OrderByDescending(one => one.FiledAt).FirstOrDefaultAsync(cancellation);
        var material = filing?.Material;
        return new MilestoneView(
            record, next, filing,
            await db.Attachments.AsNoTracking().Where(file => file.CaseId == record.Id && file.Material == material).OrderByDescending(file => file.UploadedAt).ToListAsync(cancellation),
            last is { State: MilestoneFilingState.Refused } ? last.Reason : null, await db.IsPartyAsync(actor, record, cancellation));
    }
}

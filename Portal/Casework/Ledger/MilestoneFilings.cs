using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;

namespace Portal.Casework.Ledger;

public static class MilestoneFilings
{
    /// <summary>What the applicant told of the case and staff have not looked at; null when there is nothing.</summary>
    public static Task<MilestoneFiling?> OpenFilingAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation = default) =>
        db.MilestoneFilings.SingleOrDefaultAsync(filing => filing.CaseId == caseId && filing.State == MilestoneFilingState.Open, cancellation);

    /// <summary>Closes what is open of a case, in the caller's unit of work, with what was to be done about it.</summary>
    public static async Task CloseFilingsAsync(
        this PortalDbContext db, Case record, MilestoneFilingState state, Actor? actor, BusinessClock clock, CancellationToken cancellation)
    {
        if (await db.OpenFilingAsync(record.Id, cancellation) is not { } filing) return;
        (filing.State, filing.ClosedById, filing.ClosedAt) = (state, actor?.UserId, clock.Now);
        await db.CloseWorkAsync(clock, WorkKind.Milestone, record.No, actor, cancellation);
    }
}

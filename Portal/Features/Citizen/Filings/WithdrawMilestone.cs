using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;

namespace Portal.Features.Citizen.Filings;

/// <summary>Whoever acts for the case takes back what was told and staff have not looked at.</summary>
public sealed class WithdrawMilestone(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid filingId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.OwnCasesOf(actor).SingleOrDefaultAsync(c => c.No == no, cancellation);
        var filing = record is null ? null : await db.MilestoneFilings.SingleOrDefaultAsync(one => one.Id == filingId && one.CaseId == record.Id, cancellation);
        if (record is null || filing is null) return new StepResult.NotFound();
        if (filing.State == MilestoneFilingState.TakenBack) return new StepResult.Done();
        if (filing.State != MilestoneFilingState.Open) return new StepResult.Stale();
        record.AddEvent(actor, clock, $"撤回填报的“{Domain.Rules.Trigger.EventOf(filing.Trigger)}”");
        record.Version = Guid.CreateVersion7();
        await db.CloseFilingsAsync(record, MilestoneFilingState.TakenBack, actor, clock, cancellation);
        return await db.SaveFilingAsync(cancellation);
    }
}

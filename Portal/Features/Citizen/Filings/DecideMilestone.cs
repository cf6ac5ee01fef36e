using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.Filings;

/// <summary>A reviewer has looked at the papers: what was told stands, and the instalment falls due; or it does not, and the applicant learns why.</summary>
public sealed class DecideMilestone(IDbContextFactory<PortalDbContext> databases, PlanSteps steps, MilestoneBook milestones, BusinessClock clock)
{
    public const string ReasonField = "reason";

    /// <param name="version">The version of the case the page showed.</param>
    /// <param name="reason">Required to refuse; the applicant reads it.</param>
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid version, Guid filingId, bool accept, string? reason, CancellationToken cancellation = default)
    {
        var note = PlainText.Trim(reason);
        if (note.Length > MilestoneFiling.ReasonAtMost || !accept && note.Length == 0)
            return StepResult.Wrong(ReasonField, $"请写明为什么不认可、需要怎样补，{MilestoneFiling.ReasonAtMost}字以内，申请人会看到。");
        var decided = await StateAsync(filingId, cancellation);
        return await steps.RunAsync(
            actor, no, version, [Roles.Reviewer],
            _ => decided == (accept ? MilestoneFilingState.Accepted : MilestoneFilingState.Refused),
            async (db, record) =>
            {
                if (await db.OpenFilingAsync(record.Id, cancellation) is not { } filing || filing.Id != filingId) return new StepResult.Stale();
                if (accept) return await milestones.RecordAsync(db, record, new Milestone(filing.Trigger, filing.HappenedOn, filing.AcceptedOn), actor, cancellation);
                filing.Reason = note;
                record.AddEvent(actor, clock, $"没有认可填报的“{Domain.Rules.Trigger.EventOf(filing.Trigger)}”，可以重新填报", note);
                await db.CloseFilingsAsync(record, MilestoneFilingState.Refused, actor, clock, cancellation);
                return new StepResult.Done();
            },
            cancellation);
    }

    private async Task<MilestoneFilingState?> StateAsync(Guid filingId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.MilestoneFilings.Where(filing => filing.Id == filingId).Select(filing => (MilestoneFilingState?)filing.State).SingleOrDefaultAsync(cancellation);
    }
}

using Portal.Access;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;

namespace Portal.Features.Finance.Payments;

/// <summary>Staff record that what an instalment waited for has happened, so that it falls due: contributions resumed (R6), half of the training done, the term over.</summary>
public sealed class RecordMilestone(PlanSteps steps, MilestoneBook milestones, BusinessClock clock)
{
    /// <param name="version">The version of the case the tab showed.</param>
    /// <param name="trigger">What the instalment waited for, see <see cref="Domain.Rules.Trigger"/>.</param>
    /// <param name="text">The day it happened, as typed: 2020-11-20.</param>
    /// <param name="accepted">Of an acceptance the day before its publication, as typed.</param>
    public async Task<StepResult> HandleAsync(
        Actor actor, string no, Guid version, string? trigger, string? text, string? accepted = null, CancellationToken cancellation = default)
    {
        var (milestone, fault) = Milestone.Read(trigger, text, accepted, clock.Today);
        if (milestone is null) return fault!;
        return await steps.RunAsync(
            actor, no, version, [Roles.Finance, Roles.Reviewer],
            record => record.Instalments.Exists(part => part.Trigger == milestone.Trigger && part.HappenedOn == milestone.HappenedOn),
            (db, record) => milestones.RecordAsync(db, record, milestone, actor, cancellation),
            cancellation);
    }
}

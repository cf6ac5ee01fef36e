using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Work;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Release;

/// <summary>A list that waits for the second person goes back: by that person, or by whoever proposed it.</summary>
internal sealed class ReturnPublication(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    private const int ReasonAtMost = 200;

    /// <param name="version">Of the run, as the page showed it.</param>
    public async Task<RunStepResult> HandleAsync(Actor actor, Guid runId, Guid version, string? reason, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var run = await db.ScreeningRuns.SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        if (run is null || !actor.Sees(run.RegionCode)) return new RunStepResult.NotFound();
        if (!PublicationRights.MayConfirm(actor)) return new RunStepResult.Refused("退回由经办或复核人员办理，您的账号没有这项权限。");
        if (run.State == RunState.Screened) return new RunStepResult.DoneBefore();
        if (!RunTransitions.Allows(run.State, RunAction.ReturnPublication)) return new RunStepResult.Refused("名单已经公示，不能再退回。对个别企业有疑问的，请按异议核实。");
        var why = PlainText.Trim(reason);
        if (why.Length is 0 or > ReasonAtMost) return new RunStepResult.Refused($"请写明退回的原因，不超过 {ReasonAtMost} 个字。");
        if (run.Version != version) return new RunStepResult.Refused(PublicationRights.Stale);
        (run.ProposedById, run.ProposedByName, run.ProposedAt) = (null, null, null);
        run.Do(RunAction.ReturnPublication, actor, clock, $"退回，没有公示：{why}");
        await db.CloseWorkAsync(clock, WorkKind.ConfirmPublication, run.Id.ToString(), actor, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RunStepResult.Refused(PublicationRights.Stale);
        }

        return new RunStepResult.Done();
    }
}

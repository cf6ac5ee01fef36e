using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Background;
using Portal.Casework.Rulebooks;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Deadlines;
using Portal.Domain.Rules;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <summary>Has a published list released when its time is over; <see cref="ReleaseRows"/> does it, in the background.</summary>
internal sealed class ReleaseRun(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, WorkSignal<RunReleaser> releaser, BusinessClock clock)
{
    public Task<RunStepResult> HandleAsync(Actor actor, Guid runId, CancellationToken cancellation = default) => BeginAsync(actor, runId, cancellation);

    /// <summary>The portal itself releases what nobody has pressed for; the history says so.</summary>
    public Task<RunStepResult> HandleForPortalAsync(Guid runId, CancellationToken cancellation = default) => BeginAsync(null, runId, cancellation);

    /// <param name="actor">Null for the portal itself.</param>
    private async Task<RunStepResult> BeginAsync(Actor? actor, Guid runId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var run = await db.ScreeningRuns.SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        if (run is null || actor?.Sees(run.RegionCode) == false) return new RunStepResult.NotFound();
        if ((Refuse(actor, run) ?? RefuseWithoutCalendar(run, await rulebooks.RulesAsync(cancellation))) is { } refusal) return new RunStepResult.Refused(refusal);
        if (!RunTransitions.Allows(run.State, RunAction.BeginRelease)) return new RunStepResult.DoneBefore();
        run.Failure = null;
        run.Do(RunAction.BeginRelease, actor, clock, "公示期满，开始放行");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RunStepResult.DoneBefore();
        }

        releaser.Raise();
        return new RunStepResult.Done();
    }

    // A roster's own account is paid to without asking, and a payment has its date.
    private static string? RefuseWithoutCalendar(ScreeningRun run, Rulebook rules) =>
        run.State == RunState.Published && run.PublishedUntil is { } until && PaymentTerm.OfRefund(rules, run.RegionCode, until, until) is null
            ? "拨付期限落在节假日安排还没有录入的年份，算不出来。请先由管理员录入那一年的节假日，再放行。" : null;

    private string? Refuse(Actor? actor, ScreeningRun run) =>
        actor is not null && !actor.Is(Roles.Operator) && !actor.Is(Roles.Approver) ? "放行由经办或复核人员办理，您的账号没有这项权限。"
        : RunTransitions.ReleaseHasBegun(run.State) ? null
        : !RunTransitions.Allows(run.State, RunAction.BeginRelease) ? "公示期满后才能放行，这份名册还没有公示。"
        : !run.Publication().IsOverOn(clock.Today)
            ? $"公示还没有期满，{run.PublishedUntil:yyyy年M月d日}起可以放行。"
        : null;
}

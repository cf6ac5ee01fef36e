using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Work;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <summary>The second person makes the automatic rows of a screened run public (公示), and they get the number of their notice.</summary>
internal sealed class PublishRun(IDbContextFactory<PortalDbContext> databases, PublicationPlans plans, BusinessClock clock)
{
    /// <param name="version">Of the run, as the page showed it.</param>
    /// <param name="until">The day the page named as the end; on another day it would be another, and is asked again.</param>
    public Task<RunStepResult> HandleAsync(Actor actor, Guid runId, Guid version, DateOnly until, CancellationToken cancellation = default) =>
        // Two lists published at once must not bear one number: the slower takes the next.
        Retries.TryAsync(() => TryAsync(actor, runId, version, until, cancellation));

    private async Task<RunStepResult> TryAsync(Actor actor, Guid runId, Guid version, DateOnly until, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var run = await db.ScreeningRuns.SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        if (run is null || !actor.Sees(run.RegionCode)) return new RunStepResult.NotFound();
        if (await PublicationRights.RefuseConfirmationAsync(db, actor, run, cancellation) is { } refusal) return new RunStepResult.Refused(refusal);
        if (RunTransitions.IsPublic(run.State)) return new RunStepResult.DoneBefore();
        if (!RunTransitions.Allows(run.State, RunAction.Publish)) return new RunStepResult.Refused("这份名册还没有提交公示，请先由经办人员提交。");
        if (run.Version != version) return new RunStepResult.Refused(PublicationRights.Stale);
        var (plan, why) = await plans.MakeAsync(db, run, cancellation);
        if (plan is null) return new RunStepResult.Refused(why!);
        var period = plan.Period;
        if (period.Until != until) return new RunStepResult.Refused($"公示期变了：现在公示，{period.Until:yyyy年M月d日}期满。请核对以后再按一次。");
        (run.PublishedOn, run.PublishedUntil, run.Publisher) = (period.From, period.Until, plan.Publisher);
        run.NoticeNo = await NextNoticeAsync(db, cancellation);
        run.Do(RunAction.Publish, actor, clock, $"开始公示 {run.NoticeNo}，{period.Until:yyyy年M月d日}期满（{period.Days} 天），{plan.Firms:#,0} 户、{plan.Amount.ToChinese()}");
        await db.CloseWorkAsync(clock, WorkKind.ConfirmPublication, run.Id.ToString(), actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        return new RunStepResult.Done();
    }

    private async Task<string> NextNoticeAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var prefix = NumberSeries.Notices.PrefixOf(clock.Today);
        var last = await db.ScreeningRuns.Where(run => run.NoticeNo!.StartsWith(prefix)).MaxAsync(run => run.NoticeNo, cancellation);
        return NumberSeries.Notices.After(last, clock.Today);
    }
}

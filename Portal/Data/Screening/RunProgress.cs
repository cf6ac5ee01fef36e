using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Time;

namespace Portal.Data.Screening;

/// <summary>A released run is being paid from the first money sent, and closed when nothing of it is left to pay.</summary>
public static class RunProgress
{
    private const string AllPaid = "全部拨付完毕";

    /// <summary>Brings the runs of cases that were just paid, or whose payment came back, up to date. The caller saves.</summary>
    /// <param name="changed">Tracked, as they are to be saved.</param>
    public static async Task FollowPaymentsAsync(
        this PortalDbContext db, IReadOnlyCollection<Case> changed, Actor? actor, BusinessClock clock, CancellationToken cancellation)
    {
        foreach (var cases in changed.Where(record => record.RunId is not null).GroupBy(record => record.RunId!.Value))
        {
            var run = await db.ScreeningRuns.SingleAsync(run => run.Id == cases.Key, cancellation);
            if (!run.IsReleased()) continue;
            if (run.State == RunState.Released) run.Become(RunState.Paying, actor, clock, "开始拨付");
            var isDone = await IsDoneAsync(db, run, [.. cases], cancellation);
            if (isDone && run.State == RunState.Paying) run.Become(RunState.Closed, actor, clock, AllPaid);
            if (!isDone && run.State == RunState.Closed) run.Become(RunState.Paying, actor, clock, "又有款项要付（退汇或补发），继续拨付");
        }
    }

    /// <summary>Closes a run whose last open objection was just decided. The caller has saved the decision, and saves again.</summary>
    public static async Task CloseIfDoneAsync(this PortalDbContext db, ScreeningRun run, Actor? actor, BusinessClock clock, CancellationToken cancellation)
    {
        if (run.State == RunState.Paying && await IsDoneAsync(db, run, [], cancellation)) run.Become(RunState.Closed, actor, clock, AllPaid);
    }

    private static async Task<bool> IsDoneAsync(PortalDbContext db, ScreeningRun run, Case[] changed, CancellationToken cancellation)
    {
        if (changed.Any(record => CaseLife.IsOpen(record.State))) return false;
        var known = changed.Select(record => record.Id).ToArray();
        return !await db.Cases.AnyAsync(
                record => record.RunId == run.Id && !known.Contains(record.Id)
                    && record.State != CaseState.Settled && record.State != CaseState.Refused && record.State != CaseState.Withdrawn, cancellation)
            && !await db.Objections.AnyAsync(objection => objection.RunId == run.Id && objection.State == ObjectionState.Open, cancellation);
    }
}

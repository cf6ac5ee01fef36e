using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Screening;

namespace Portal.Casework.Runs;

/// <summary>A released run is being paid from the first money sent, and closed when nothing of it is left to pay.</summary>
public static class RunProgress
{
    /// <summary>Brings the runs of cases that were just paid, or whose payment came back, up to date. The caller saves.</summary>
    /// <param name="changed">Tracked, as they are to be saved.</param>
    public static async Task FollowPaymentsAsync(
        this PortalDbContext db, IReadOnlyCollection<Case> changed, Actor? actor, BusinessClock clock, CancellationToken cancellation)
    {
        foreach (var cases in changed.Where(record => record.RunId is not null).GroupBy(record => record.RunId!.Value))
        {
            var run = await db.ScreeningRuns.SingleAsync(run => run.Id == cases.Key, cancellation);
            if (!RunTransitions.IsReleased(run.State)) continue;
            foreach (var action in RunTransitions.OfPayments(run.State, await IsDoneAsync(db, run, [.. cases], cancellation)))
                run.Do(action, actor, clock, WordsOf(action));
        }
    }

    /// <summary>Closes a run whose last open objection was just decided. The caller has saved the decision, and saves again.</summary>
    public static async Task CloseIfDoneAsync(this PortalDbContext db, ScreeningRun run, Actor? actor, BusinessClock clock, CancellationToken cancellation)
    {
        if (RunTransitions.Allows(run.State, RunAction.RecordLastPayment) && await IsDoneAsync(db, run, [], cancellation))
            run.Do(RunAction.RecordLastPayment, actor, clock, WordsOf(RunAction.RecordLastPayment));
    }

    private static string WordsOf(RunAction action) => action switch
    {
        RunAction.RecordFirstPayment => "开始拨付",
        RunAction.RecordLastPayment => "全部拨付完毕",
        RunAction.PayAgain => "又有款项要付（退汇或补发），继续拨付",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static async Task<bool> IsDoneAsync(PortalDbContext db, ScreeningRun run, Case[] changed, CancellationToken cancellation)
    {
        if (changed.Any(record => CaseTransitions.IsOpen(record.State))) return false;
        var known = changed.Select(record => record.Id).ToArray();
        return !await db.Cases.AnyAsync(
                record => record.RunId == run.Id && !known.Contains(record.Id)
                    && record.State != CaseState.Settled && record.State != CaseState.Refused && record.State != CaseState.Withdrawn, cancellation)
            && !await db.Objections.AnyAsync(objection => objection.RunId == run.Id && objection.State == ObjectionState.Open, cancellation);
    }
}

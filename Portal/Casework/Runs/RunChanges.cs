using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Casework.Runs;

public static class RunChanges
{
    /// <summary>The only way a run's state changes: the step and its entry in the history are made together, in the caller's unit of work.</summary>
    /// <exception cref="InvalidOperationException">The state does not allow the action.</exception>
    public static void Do(this ScreeningRun run, RunAction action, Actor? actor, BusinessClock clock, string what)
    {
        run.State = RunTransitions.After(run.State, action) ?? throw new InvalidOperationException($"Run {run.Id} is {run.State} and cannot {action}.");
        run.AddEvent(actor, clock, what);
    }

    /// <param name="actor">Null for the portal itself.</param>
    public static void AddEvent(this ScreeningRun run, Actor? actor, BusinessClock clock, string what) =>
        run.Events.Add(new RunEvent { At = clock.Now, ActorId = actor?.UserId, ActorName = actor?.Name ?? "系统", What = what });

    /// <summary>The runs in a state for which a rule of their life holds, see <see cref="RunTransitions"/>.</summary>
    public static IQueryable<ScreeningRun> InState(this IQueryable<ScreeningRun> runs, Func<RunState, bool> rule)
    {
        var states = Enum.GetValues<RunState>().Where(rule).ToArray();
        return runs.Where(run => states.Contains(run.State));
    }

    /// <summary>The time its list was or is published.</summary>
    /// <exception cref="InvalidOperationException">It has not been made public.</exception>
    public static PublicationPeriod Publication(this ScreeningRun run) => new(run.PublishedOn!.Value, run.PublishedUntil!.Value);

    /// <summary>Until the caller's transaction ends, nobody else grants rows of the run or decides objections to them.</summary>
    /// <remarks>
    /// SQL Server may show everybody what was committed last: two dismissals of one row, or one and the release, would each
    /// take it for held back by the other's, and nobody would ever grant it. What is read from here on is what the others left.
    /// </remarks>
    public static Task HoldAsync(this PortalDbContext db, Guid runId, CancellationToken cancellation) =>
        db.ScreeningRuns.Where(run => run.Id == runId)
            .ExecuteUpdateAsync(run => run.SetProperty(r => r.ReleasedThrough, r => r.ReleasedThrough), cancellation);

    /// <param name="why">In Chinese, as the run's page shows it.</param>
    public static void Fail(this ScreeningRun run, string why, BusinessClock clock)
    {
        run.Failure = why;
        run.Do(RunAction.GiveUpReading, null, clock, "文件无法读取，没有任何一行被采用");
    }

    /// <summary>Deletes what is stored of a run that is being read, and goes on with it in the same transaction.</summary>
    /// <param name="fence">Throws when the run is no longer the caller's.</param>
    public static async Task ForgetRowsAsync(
        this PortalDbContext db, Guid runId, Func<Task> fence, Action<ScreeningRun> then, CancellationToken cancellation = default)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await fence();
        await db.RunTotals.Where(total => total.RunId == runId).ExecuteDeleteAsync(cancellation);
        await db.ScreenedFirms.Where(firm => firm.RunId == runId).ExecuteDeleteAsync(cancellation);
        await db.RowBlocks.Where(block => block.RunId == runId).ExecuteDeleteAsync(cancellation);
        await db.ScreeningRows.Where(row => row.RunId == runId).ExecuteDeleteAsync(cancellation);
        var run = await db.ScreeningRuns.SingleAsync(run => run.Id == runId, cancellation);
        (run.RowsRead, run.FirmsStored, run.BytesRead) = (0, 0, 0);
        (run.AutomaticCount, run.EligibleCount, run.IneligibleCount, run.IncompleteCount, run.RejectedCount) = (0, 0, 0, 0, 0);
        (run.AutomaticAmount, run.EligibleAmount) = (Money.Zero, Money.Zero);
        then(run);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}

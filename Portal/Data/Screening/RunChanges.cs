using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Values;
using Portal.Time;

namespace Portal.Data.Screening;

public static class RunChanges
{
    /// <summary>Takes a run to a state and tells of it in its history, in the same unit of work.</summary>
    public static void Become(this ScreeningRun run, RunState state, Actor? actor, BusinessClock clock, string what)
    {
        run.State = state;
        run.Tell(actor, clock, what);
    }

    /// <param name="actor">Null for the portal itself.</param>
    public static void Tell(this ScreeningRun run, Actor? actor, BusinessClock clock, string what) =>
        run.Events.Add(new RunEvent { At = clock.Now, ActorId = actor?.UserId, ActorName = actor?.Name ?? "系统", What = what });

    /// <summary>Whether the portal is at work on it in the background.</summary>
    public static bool IsUnderway(this ScreeningRun run) => run.State is RunState.Uploaded or RunState.Reading or RunState.Releasing;

    /// <summary>Whether the list has been released; paying and closing it come after.</summary>
    public static bool IsReleased(this ScreeningRun run) => run.State is RunState.Released or RunState.Paying or RunState.Closed;

    /// <summary>The runs whose lists have been made public, whatever has become of them since.</summary>
    public static IQueryable<ScreeningRun> MadePublic(this IQueryable<ScreeningRun> runs) =>
        runs.Where(run => run.State == RunState.Published || run.State == RunState.Releasing || run.State == RunState.Released || run.State == RunState.Paying || run.State == RunState.Closed);

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
        run.Become(RunState.Failed, null, clock, "文件无法读取，没有任何一行被采用");
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

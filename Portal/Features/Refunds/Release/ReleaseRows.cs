using Microsoft.EntityFrameworkCore;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <summary>Grants the rows of a list that is being released: every firm on it gets a case that asks for its account.</summary>
/// <remarks>
/// A batch a transaction, with how far it came and the holder's lease in it: a list of a province takes minutes, and nobody
/// else could write meanwhile. Broken off, it goes on behind the last batch; a firm that holds the claim of the year is
/// passed over whoever granted it. Every amount is worked out before the first batch, so that values that have changed
/// since the publication stop the whole list and not its second half.
/// </remarks>
internal sealed class ReleaseRows(
    IDbContextFactory<PortalDbContext> databases, RefundGrants grants, BusinessClock clock, TimeProvider machine, LeaseTerm term, ILogger<ReleaseRows> log)
{
    private const int RowsAtATime = 250;
    private const int ChecksAtATime = 5_000;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>Does nothing to a run that is not being released.</summary>
    /// <param name="wait">Whether to wait while another attempt, in this process or another, is at it.</param>
    /// <param name="granted">Told the last row done, after each transaction.</param>
    public async Task HandleAsync(Guid runId, bool wait = true, Action<int>? granted = null, CancellationToken cancellation = default)
    {
        while (!await AttemptAsync(runId, granted, cancellation) && wait) await Task.Delay(BetweenLooks, cancellation);
    }

    /// <returns>False when there is more to do, now another's or the next attempt's.</returns>
    private async Task<bool> AttemptAsync(Guid runId, Action<int>? granted, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.ScreeningRuns.AnyAsync(run => run.Id == runId && run.State == RunState.Releasing, cancellation)) return true;
        var lease = term.LeaseOf(runId, machine);
        if (!await lease.TryTakeAsync(db, cancellation)) return false;
        try
        {
            await ReleaseOrStopAsync(db, runId, lease, granted, cancellation);
            return true;
        }
        // Another list or a reviewer granted one of the firms this moment, or somebody writes for long: the next attempt goes on from here.
        catch (Exception other) when (other is LeaseLostException || DbErrors.IsBusy(other) || other is DbUpdateException duplicate && duplicate.IsDuplicate())
        {
            return false;
        }
        finally
        {
            await lease.GiveBackAsync(db);
        }
    }

    private async Task ReleaseOrStopAsync(PortalDbContext db, Guid runId, HeldLease lease, Action<int>? granted, CancellationToken cancellation)
    {
        try
        {
            await ReleaseAsync(db, runId, lease, granted, cancellation);
        }
        catch (AmountChangedException changed)
        {
            await EndAsync(db, runId, lease, run => ReleaseEnd.StopAsync(db, run, StopReason.AmountChanged(changed.Row), clock, cancellation), cancellation);
        }
        // Tried again it would fail alike, every few seconds and for ever, and the run's page would show nothing but its progress.
        catch (Exception fault) when (!cancellation.IsCancellationRequested && IsOfData(fault))
        {
            // Not the exception itself: its message may quote what stands in the row.
            log.LogError("Run {Run} stopped being released: {Kind}\n{Trace}", runId, fault.GetType().FullName, fault.StackTrace);
            await EndAsync(db, runId, lease, run => ReleaseEnd.StopAsync(db, run, StopReason.Unworkable, clock, cancellation), cancellation);
        }
    }

    private static bool IsOfData(Exception fault) => fault is not (OperationCanceledException or LeaseLostException) && !DbErrors.IsOfDatabase(fault);

    private async Task ReleaseAsync(PortalDbContext db, Guid runId, HeldLease lease, Action<int>? granted, CancellationToken cancellation)
    {
        // Between the first look and the lease another may have finished it.
        var run = await db.ScreeningRuns.AsNoTracking().SingleAsync(run => run.Id == runId, cancellation);
        if (run.State != RunState.Releasing) return;
        if (run.ReleasedThrough == 0) await lease.KeepAsync(databases, stop => CheckAsync(db, run, stop), cancellation);
        for (int? after = run.ReleasedThrough; after is { } last;)
        {
            after = await GrantAsync(db, run, last, lease, cancellation);
            granted?.Invoke(after ?? last);
        }

        await EndAsync(db, runId, lease, current => ReleaseEnd.FinishAsync(db, current, clock, cancellation), cancellation);
    }

    private async Task CheckAsync(PortalDbContext db, ScreeningRun run, CancellationToken cancellation)
    {
        for (var after = 0; ;)
        {
            var rows = await RowsAsync(db, run, after, ChecksAtATime, cancellation);
            if (rows.Count == 0) return;
            await grants.CheckAsync(run, rows, cancellation);
            after = rows[^1].Number;
        }
    }

    /// <returns>The last row of the batch; null when none was left.</returns>
    private async Task<int?> GrantAsync(PortalDbContext db, ScreeningRun run, int after, HeldLease lease, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await lease.RenewAsync(db, cancellation);
        await db.HoldAsync(run.Id, cancellation);
        var rows = await RowsAsync(db, run, after, RowsAtATime, cancellation);
        if (rows.Count == 0) return null;
        await grants.GrantAsync(db, run, rows, null, cancellation);
        var last = rows[^1].Number;
        await db.ScreeningRuns.Where(current => current.Id == run.Id).ExecuteUpdateAsync(current => current.SetProperty(r => r.ReleasedThrough, last), cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return last;
    }

    private static async Task EndAsync(PortalDbContext db, Guid runId, HeldLease lease, Func<ScreeningRun, Task> end, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await lease.RenewAsync(db, cancellation);
        await end(await db.ScreeningRuns.SingleAsync(run => run.Id == runId, cancellation));
        await db.SaveChangesAsync(cancellation);
        // With the end itself, or a kill in this moment would leave it for good.
        await lease.GiveBackAsync(db);
        await transaction.CommitAsync(cancellation);
    }

    private static Task<List<ScreeningRow>> RowsAsync(PortalDbContext db, ScreeningRun run, int after, int atMost, CancellationToken cancellation) =>
        db.AutomaticRows(run).NotHeldBack(db).AsNoTracking().Where(row => row.Number > after).OrderBy(row => row.Number).Take(atMost).ToListAsync(cancellation);
}

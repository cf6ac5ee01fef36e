using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Data.Screening;
using Portal.Domain.Screening;
using Portal.Rosters;
using Portal.Rulebooks;
using Portal.Time;

namespace Portal.Features.Runs;

/// <summary>Reads the roster of a run and stores every row with its outcome.</summary>
/// <remarks>
/// A run that was broken off begins anew with its rows deleted, so that a kill never leaves half a run. One roster
/// is read at a time; who asks for a run that is being read waits for it and finds it done.
/// </remarks>
public sealed class ReadRun(
    IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, RosterFiles files, FieldVault vault, BusinessClock clock)
{
    private const int RowsPerTransaction = 2_000;
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <param name="seen">Told of every row as it is decided, before it is stored.</param>
    public async Task HandleAsync(Guid runId, Action<ScreenedRow>? seen = null, CancellationToken cancellation = default)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await BeginAsync(db, runId, cancellation) is not { } run) return;
            try
            {
                await ReadAsync(db, run, seen, cancellation);
            }
            catch (RosterUnreadableException unreadable)
            {
                await FailAsync(db, runId, unreadable.Message, cancellation);
            }
            catch (FileNotFoundException)
            {
                await FailAsync(db, runId, "上传的文件已不在服务器上，请重新上传。", cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Otherwise its page would show a run that never ends.
                await FailAsync(db, runId, "筛查时服务器出了问题，没有保存任何一行。请重新上传；若仍不行，请联系系统管理员。", cancellation);
                throw;
            }

            files.Discard(runId);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<ScreeningRun?> BeginAsync(PortalDbContext db, Guid runId, CancellationToken cancellation)
    {
        var run = await db.ScreeningRuns.SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        if (run is not { State: RunState.Uploaded or RunState.Reading }) return null;
        await db.ScreeningRows.Where(row => row.RunId == runId).ExecuteDeleteAsync(cancellation);
        (run.RowsRead, run.BytesRead) = (0, 0);
        run.Become(RunState.Reading, null, clock, run.State == RunState.Reading ? "上次筛查中断，从头重新筛查" : "开始筛查");
        await db.SaveChangesAsync(cancellation);
        return run;
    }

    private async Task ReadAsync(PortalDbContext db, ScreeningRun run, Action<ScreenedRow>? seen, CancellationToken cancellation)
    {
        var screening = new RosterScreening(await rulebooks.RulesAsync(cancellation), await rulebooks.RegionsAsync(cancellation), run.AsOf);
        var totals = new ScreeningTotals();
        using var roster = RosterReader.Open(files.PathOf(run.Id));
        foreach (var batch in roster.Rows().Chunk(RowsPerTransaction))
        {
            // The run is tracked with every row added to it, so nothing is tracked from one batch to the next.
            db.ChangeTracker.Clear();
            foreach (var row in batch)
            {
                var screened = screening.Screen(row);
                totals.Add(screened.Outcome, screened.Amount);
                seen?.Invoke(screened);
                db.Add(RowStore.ToRecord(run.Id, row, screened, vault));
            }

            await StoreAsync(db, run.Id, totals.Rows, roster.BytesRead, cancellation);
        }

        db.ChangeTracker.Clear();
        Finish(await db.ScreeningRuns.SingleAsync(current => current.Id == run.Id, cancellation), totals);
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task StoreAsync(PortalDbContext db, Guid runId, int rows, long bytes, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await db.ScreeningRuns.Where(run => run.Id == runId)
            .ExecuteUpdateAsync(run => run.SetProperty(r => r.RowsRead, rows).SetProperty(r => r.BytesRead, bytes), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private void Finish(ScreeningRun run, ScreeningTotals totals)
    {
        (run.RowsRead, run.BytesRead) = (totals.Rows, run.Size);
        (run.AutomaticCount, run.AutomaticAmount) = (totals.Count(RowOutcome.Automatic), totals.Amount(RowOutcome.Automatic));
        (run.EligibleCount, run.EligibleAmount) = (totals.Count(RowOutcome.Eligible), totals.Amount(RowOutcome.Eligible));
        (run.IneligibleCount, run.IncompleteCount, run.RejectedCount) =
            (totals.Count(RowOutcome.Ineligible), totals.Count(RowOutcome.Incomplete), totals.Count(RowOutcome.Rejected));
        run.Become(RunState.Screened, null, clock,
            $"筛查完成：共 {totals.Rows} 行，免申即享 {run.AutomaticCount} 户，金额 {run.AutomaticAmount.ToChinese()}");
    }

    private async Task FailAsync(PortalDbContext db, Guid runId, string why, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await db.ScreeningRows.Where(row => row.RunId == runId).ExecuteDeleteAsync(cancellation);
        var run = await db.ScreeningRuns.SingleAsync(run => run.Id == runId, cancellation);
        (run.RowsRead, run.Failure) = (0, why);
        run.Become(RunState.Failed, null, clock, "文件无法读取，没有任何一行被采用");
        await db.SaveChangesAsync(cancellation);
    }
}

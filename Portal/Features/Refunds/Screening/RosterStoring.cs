using Microsoft.EntityFrameworkCore;
using Portal.Casework.Rosters;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Bulk;
using Portal.Data.Protection;
using Portal.Data.Screening;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Tables;

namespace Portal.Features.Refunds.Screening;

/// <summary>Stores the rows of one run, a batch a transaction, then its firms in the order of their codes, then its totals.</summary>
/// <remarks>
/// How far it came is committed with the rows themselves. Broken off, the file is screened again from its beginning,
/// which takes seconds and brings back the codes seen and the totals; only what lies behind the stored rows is stored.
/// </remarks>
internal sealed class RosterStoring(PortalDbContext db, ScreeningRun run, RegionDirectory regions, HeldLease lease, FieldVault vault, BusinessClock clock)
{
    private const int PartsAtATime = 4;
    private const int FirmsAtATime = 20_000;
    private readonly RunTally _tally = new(regions);
    private readonly FirmList _firms = new(run.Id);
    private readonly List<Part> _batch = [];

    /// <param name="stored">Told how many rows are stored, after each transaction.</param>
    /// <param name="decided">Told every row in file order, stored before or now.</param>
    /// <exception cref="ScreenedOtherwiseException">The rows stored before a break were decided by other values.</exception>
    public async Task RowsAsync(
        RosterReader roster, RosterScreening screening, Action<int>? stored, Action<ScreenedRow>? decided, CancellationToken cancellation)
    {
        // Read, decided, sealed and packed on one core while the other stores.
        var parts = roster.Rows().Select(row => (Row: row, Screened: screening.Screen(row))).Chunk(RowSearchIndex.PerBlock).Select(Prepare);
        foreach (var part in parts.Ahead(perBatch: 1))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (row, screened) in part.Rows)
            {
                _tally.Add(row, screened);
                _firms.Add(screened);
                decided?.Invoke(screened);
                if (row.Number == run.RowsRead && !_tally.Agrees(run)) throw new ScreenedOtherwiseException();
            }

            if (part.Block is null) continue;
            _batch.Add(part);
            if (_batch.Count == PartsAtATime) await StoreBatchAsync(roster.BytesRead, stored, cancellation);
        }

        if (_batch.Count > 0) await StoreBatchAsync(roster.BytesRead, stored, cancellation);
    }

    private Part Prepare((RosterRow Row, ScreenedRow Screened)[] rows)
    {
        // What was stored before a break ended with a whole block.
        ScreeningRow[] records = rows[0].Row.Number <= run.RowsRead ? [] : [.. rows.Select(one => RowStore.ToRecord(run.Id, one.Row, one.Screened, vault))];
        return new Part(rows, records, records.Length == 0 ? null : RowSearchIndex.Pack(run.Id, records));
    }

    public async Task FirmsAsync(CancellationToken cancellation)
    {
        _firms.Sort();
        var batch = new List<ScreenedFirm>(FirmsAtATime);
        var done = run.FirmsStored;
        foreach (var firm in _firms.From(done).Ahead())
        {
            batch.Add(firm);
            if (batch.Count < FirmsAtATime && done + batch.Count < _firms.Count) continue;
            done += batch.Count;
            await StoreFirmsAsync(batch, done, cancellation);
            batch.Clear();
        }
    }

    /// <param name="told">What is to be known of how the roster was read; empty where nothing is.</param>
    public async Task FinishAsync(string told, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await lease.RenewAsync(db, cancellation);
        var current = await db.ScreeningRuns.SingleAsync(current => current.Id == run.Id, cancellation);
        _tally.CopyTo(current);
        current.BytesRead = current.Size;
        db.AddRange(_tally.Parts(run.Id));
        current.Do(RunAction.FinishReading, null, clock,
            $"筛查完成：共 {current.RowsRead} 行，免申即享 {current.AutomaticCount} 户，金额 {current.AutomaticAmount.ToChinese()}{(told.Length > 0 ? "。" + told : "")}");
        await db.SaveChangesAsync(cancellation);
        // With the end itself: nobody takes up what is done, so that a lease left by a kill in this moment would stay for good.
        await lease.GiveBackAsync(db);
        await transaction.CommitAsync(cancellation);
    }

    private async Task StoreFirmsAsync(List<ScreenedFirm> batch, int upTo, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await lease.RenewAsync(db, cancellation);
        await db.InsertManyAsync(batch, cancellation);
        await db.ScreeningRuns.Where(current => current.Id == run.Id).ExecuteUpdateAsync(current => current.SetProperty(r => r.FirmsStored, upTo), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task StoreBatchAsync(long bytes, Action<int>? stored, CancellationToken cancellation)
    {
        var counted = new ScreeningRun { FileName = "", Sha256 = "", RegionCode = "", UploadedByName = "" };
        _tally.CopyTo(counted);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            await lease.RenewAsync(db, cancellation);
            await db.InsertManyAsync([.. _batch.SelectMany(part => part.Records)], cancellation);
            await db.InsertManyAsync([.. _batch.Select(part => part.Block!)], cancellation);
            await db.ScreeningRuns.Where(current => current.Id == run.Id).ExecuteUpdateAsync(current => current
                .SetProperty(r => r.RowsRead, counted.RowsRead).SetProperty(r => r.BytesRead, bytes)
                .SetProperty(r => r.AutomaticCount, counted.AutomaticCount).SetProperty(r => r.AutomaticAmount, counted.AutomaticAmount)
                .SetProperty(r => r.EligibleCount, counted.EligibleCount).SetProperty(r => r.EligibleAmount, counted.EligibleAmount)
                .SetProperty(r => r.IneligibleCount, counted.IneligibleCount).SetProperty(r => r.IncompleteCount, counted.IncompleteCount)
                .SetProperty(r => r.RejectedCount, counted.RejectedCount), cancellation);
            await transaction.CommitAsync(cancellation);
        }

        _batch.Clear();
        stored?.Invoke(counted.RowsRead);
    }

    /// <param name="Records">None for rows that were stored before a break.</param>
    private sealed record Part(IReadOnlyList<(RosterRow Row, ScreenedRow Screened)> Rows, IReadOnlyList<ScreeningRow> Records, RowBlock? Block);
}

/// <summary>Values changed while the run lay broken off: what is stored of it no longer is what the same file comes to.</summary>
internal sealed class ScreenedOtherwiseException() : Exception("The rows stored so far were decided by other values.");

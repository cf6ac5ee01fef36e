using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Background;
using Portal.Casework.Ledger;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

/// <summary>Takes the lines of an approved batch into transit, or those of a cancelled one out of it, chunk by chunk.</summary>
/// <remarks>
/// A chunk is one transaction and a line tells by its state whether it had its turn: killed, the next call goes on where
/// this one was. One chunk at a time in this process; of two processes the slower meets the versions and looks again.
/// </remarks>
public sealed class SendBatch(IDbContextFactory<PortalDbContext> databases, WorkSignal<BatchWorker> worker, BusinessClock clock)
{
    private const int LinesAtATime = 500;

    /// <summary>As much as somebody waits for.</summary>
    private const int LinesAtOnce = 2_000;

    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Moves as many lines as somebody waits for, and leaves the others to the background.</summary>
    public async Task BeginAsync(string no, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var id = await db.PaymentBatches.Where(batch => batch.No == no).Select(batch => batch.Id).SingleAsync(cancellation);
        if (!await HandleAsync(id, LinesAtOnce, cancellation)) worker.Raise();
    }

    /// <param name="atMost">How many lines this call may move; the last chunk is finished.</param>
    /// <returns>Whether nothing is left to do.</returns>
    public async Task<bool> HandleAsync(Guid batchId, int atMost = int.MaxValue, CancellationToken cancellation = default)
    {
        for (var moved = 0; moved < atMost;)
        {
            var chunk = await TryMoveAsync(batchId, cancellation);
            if (chunk == 0) return true;
            moved += chunk;
        }

        return false;
    }

    private Task<int> TryMoveAsync(Guid batchId, CancellationToken cancellation) => Retries.TryAsync(async () =>
    {
        // For a chunk alone: whoever sends a small batch does not wait for the end of a large one.
        await _gate.WaitAsync(cancellation);
        try
        {
            return await MoveAsync(batchId, cancellation);
        }
        finally
        {
            _gate.Release();
        }
    });

    private async Task<int> MoveAsync(Guid batchId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var batch = await db.PaymentBatches.SingleAsync(batch => batch.Id == batchId, cancellation);
        if (batch.State is not (BatchState.Approved or BatchState.Cancelled)) return 0;
        var lines = await db.BatchLines.Where(line => line.BatchId == batchId && line.State == LineState.Listed).OrderBy(line => line.Sequence)
            .Take(LinesAtATime).ToListAsync(cancellation);
        if (lines.Count > 0) await MoveAsync(db, batch, lines, cancellation);
        else if (batch.State == BatchState.Approved) await FinishAsync(db, batch, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return lines.Count;
    }

    private async Task MoveAsync(PortalDbContext db, PaymentBatch batch, List<BatchLine> lines, CancellationToken cancellation)
    {
        var ids = lines.Select(line => line.CaseId).Distinct().ToArray();
        var cases = await db.Cases.Include(record => record.Instalments).Where(record => ids.Contains(record.Id)).ToDictionaryAsync(record => record.Id, cancellation);
        var parts = cases.Values.SelectMany(record => record.Instalments).ToDictionary(part => part.Id);
        if (batch.State == BatchState.Cancelled)
        {
            foreach (var line in lines) Release(line, parts[line.InstalmentId], "批次已撤销");
            return;
        }

        var approver = new Actor(batch.ApprovedById!.Value, batch.ApprovedByName!, new HashSet<string>(), batch.RegionCode);
        var money = await CaseLedger.OpenManyAsync(db, cases.Values, clock, approver, cancellation);
        var changing = await db.AccountChanges.Where(change => ids.Contains(change.CaseId) && change.State == AccountChangeState.Open)
            .Select(change => change.CaseId).ToHashSetAsync(cancellation);
        var disputed = await db.DisputedCases().Where(id => ids.Contains(id)).ToHashSetAsync(cancellation);
        foreach (var line in lines)
        {
            var part = parts[line.InstalmentId];
            var due = money[line.CaseId].Book[part.Sequence, LedgerAccount.Due].Total;
            if (disputed.Contains(line.CaseId)) Release(line, part, "送银行前来了和已知情况不一致的银行回执");
            else if (changing.Contains(line.CaseId) || cases[line.CaseId].Account?.Index != line.Account.Index || cases[line.CaseId].BankCode != line.BankCode) Release(line, part, "送银行前收款账户更换了");
            else if (Milestones.WaitsFor(part.Step, cases[line.CaseId].Instalments.Select(other => other.Step)) is not null) Release(line, part, "送银行前前面的一笔退回了，要按顺序拨付");
            else if (due != line.Amount) Release(line, part, "送银行前应付金额变了");
            else
            {
                money[line.CaseId].Send(part, line.Id);
                line.State = LineState.Sent;
            }
        }

        await db.FollowPaymentsAsync(cases.Values, approver, clock, cancellation);
    }

    private static void Release(BatchLine line, PaymentInstalment part, string why)
    {
        CaseLedger.Unbatch(part);
        line.Drop(why);
    }

    private async Task FinishAsync(PortalDbContext db, PaymentBatch batch, CancellationToken cancellation)
    {
        var sent = db.BatchLines.Where(line => line.BatchId == batch.Id && line.State != LineState.Dropped);
        batch.Count = await sent.CountAsync(cancellation);
        batch.Total = new Money(await sent.SumAsync(line => (long)(object)line.Amount, cancellation));
        batch.State = BatchTransitions.After(batch.State, batch.Count > 0 ? BatchAction.FinishPreparing : BatchAction.Cancel)!.Value;
        // Until somebody fetches the file the bank knows of nothing.
        if (batch.State == BatchState.Ready)
            db.OpenWork(clock, WorkKind.ExportBatch, batch.No, $"导出拨付批次 {batch.No}，提交银行：{batch.Count} 笔，{batch.Total.ToChinese()}", batch.RegionCode, Roles.Finance, batch.ExecutionOn);
    }
}

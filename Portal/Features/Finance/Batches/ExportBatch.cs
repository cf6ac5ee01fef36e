using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Data.Privacy;
using Portal.Data.Protection;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Measures;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

public enum TransferFormat
{
    Pain001,
    Csv,
}

public enum ExportProblem
{
    NotAllowed,

    /// <summary>Not approved, or its lines are not all in transit yet.</summary>
    NotReady,
    Reason,
}

public abstract record ExportResult
{
    public sealed record Written : ExportResult;

    public sealed record NotFound : ExportResult;

    public sealed record Refused(ExportProblem Problem) : ExportResult;
}

/// <summary>Streams an approved batch as a file for the bank, the same bytes every time; with the first whole one it counts as sent.</summary>
/// <remarks>It bears accounts in full: finance alone gets it, says why, and the act is written down before the first is read.</remarks>
public sealed class ExportBatch(IDbContextFactory<PortalDbContext> databases, FieldVault vault, AccessLog access, MeasureCatalog catalog, BusinessClock clock)
{
    public const int ReasonAtLeast = 4;
    private const int LinesAtATime = 500;

    /// <param name="begin">Opens the target; nothing may be refused after that.</param>
    public async Task<ExportResult> HandleAsync(
        Actor actor, string no, TransferFormat format, string? reason, Func<Stream> begin, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var batch = await db.PaymentBatches.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(batch => batch.No == no, cancellation);
        if (batch is null) return new ExportResult.NotFound();
        if (!actor.Is(Roles.Finance)) return new ExportResult.Refused(ExportProblem.NotAllowed);
        if (!BatchTransitions.IsFinal(batch.State)) return new ExportResult.Refused(ExportProblem.NotReady);
        var why = PlainText.Trim(reason);
        if (why.Length is < ReasonAtLeast or > AccessEntry.ReasonAtMost) return new ExportResult.Refused(ExportProblem.Reason);
        db.Add(access.Entry(actor, new AccessedRecord(batch.RegionCode, null), AccessKind.BatchExport,
            $"导出了拨付批次 {batch.No} 的收款账号，{batch.Count} 笔，{(format == TransferFormat.Csv ? "CSV" : "pain.001")}", why));
        await db.SaveChangesAsync(cancellation);
        await WriteAsync(db, batch, format, begin(), cancellation);
        // Broken off it throws before; who has the whole file may leave.
        await Retries.TryAsync(() => MarkSentAsync(actor, batch.Id, CancellationToken.None));
        return new ExportResult.Written();
    }

    private async Task<bool> MarkSentAsync(Actor actor, Guid batchId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var batch = await db.PaymentBatches.SingleAsync(batch => batch.Id == batchId, cancellation);
        if (BatchTransitions.After(batch.State, BatchAction.Export) is not { } sent) return false;
        (batch.State, batch.SentAt) = (sent, clock.Now);
        await db.CloseWorkAsync(clock, WorkKind.ExportBatch, batch.No, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task WriteAsync(PortalDbContext db, PaymentBatch batch, TransferFormat format, Stream target, CancellationToken cancellation)
    {
        // The writers know no asynchrony and a web answer takes nothing else: they fill a buffer that is emptied now and then.
        using var buffer = new MemoryStream();
        using ITransferFile file = format == TransferFormat.Csv ? new BankCsv(buffer) : new Pain001(buffer);
        file.Begin(new TransferOrder(batch.No, batch.ApprovedAt!.Value, batch.Count, batch.Total, batch.ExecutionOn!.Value,
            batch.DebtorName!, batch.DebtorBank!, vault.Open(SealPurpose.BankAccount, batch.DebtorAccount!)));
        var written = 0;
        await foreach (var transfer in Transfers(db, batch.Id).WithCancellation(cancellation))
        {
            file.Write(transfer);
            if (++written % LinesAtATime == 0) await EmptyAsync(file, buffer, target, cancellation);
        }

        file.End();
        await EmptyAsync(file, buffer, target, cancellation);
    }

    private async IAsyncEnumerable<Transfer> Transfers(PortalDbContext db, Guid batchId)
    {
        var lines = db.BatchLines.AsNoTracking().Where(line => line.BatchId == batchId && line.State != LineState.Dropped).OrderBy(line => line.Sequence)
            .Select(line => new
            {
                line.Sequence,
                line.EndToEndId,
                line.Amount,
                line.Payee,
                line.Bank,
                line.BankCode,
                line.Account.Cipher,
                line.IsCorporate,
                line.Case.No,
                line.Case.MeasureCode,
                Part = line.Instalment.Sequence,
            }).AsAsyncEnumerable();
        await foreach (var line in lines)
        {
            yield return new Transfer(
                line.Sequence, line.EndToEndId, line.Amount, line.Payee, line.Bank, vault.Decrypt(SealPurpose.BankAccount, line.Cipher), line.IsCorporate,
                $"{catalog.Find(line.MeasureCode)?.Name} {line.No} 第{line.Part}笔", line.BankCode);
        }
    }

    private static async Task EmptyAsync(ITransferFile file, MemoryStream buffer, Stream target, CancellationToken cancellation)
    {
        file.Flush();
        buffer.Position = 0;
        await buffer.CopyToAsync(target, cancellation);
        buffer.SetLength(0);
    }
}

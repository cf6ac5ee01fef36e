using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Ledger;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Work;
using Portal.Domain.Batches;

namespace Portal.Features.Finance.BankReports;

/// <summary>Takes the bank's answers chunk by chunk, each in a transaction of its own, and again when somebody else was at the same lines.</summary>
internal sealed class BankReportStore(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public const int RepliesAtATime = 500;

    public async Task TakeAsync(Actor actor, Guid answerId, IReadOnlyList<PaymentStatusReport> replies, CancellationToken cancellation)
    {
        await TryAsync(() => TakeLinesAsync(actor, answerId, [.. replies.OfType<PaymentStatusReport.OfLine>()], cancellation));
        foreach (var whole in replies.OfType<PaymentStatusReport.OfBatch>()) await TakeWholeAsync(actor, answerId, whole, cancellation);
    }

    public Task FinishAsync(Guid answerId, CancellationToken cancellation) => TryAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var answer = await db.BankReports.SingleAsync(answer => answer.Id == answerId, cancellation);
        answer.FinishedAt = clock.Now;
        var heard = db.BankReportLines.Where(line => line.AnswerId == answerId).Select(line => line.LineId);
        foreach (var batch in await db.PaymentBatches.Where(batch => batch.State == BatchState.Sent && batch.Lines.Any(line => heard.Contains(line.Id))
                         && !batch.Lines.Any(line => line.State == LineState.Sent || line.State == LineState.Unknown)).ToListAsync(cancellation))
            batch.State = BatchTransitions.After(batch.State, BatchAction.TakeLastAnswer)!.Value;
        if (answer.Foreign > 0)
            db.OpenWork(clock, WorkKind.BankDispute, answer.Id.ToString(), $"核实银行回执“{answer.FileName}”：{answer.Foreign} 笔不是本系统送出的", answer.RegionCode, Roles.Finance, null);
        await db.SaveChangesAsync(cancellation);
    });

    private async Task TakeLinesAsync(Actor actor, Guid answerId, IReadOnlyList<PaymentStatusReport.OfLine> replies, CancellationToken cancellation)
    {
        if (replies.Count == 0) return;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var answer = await db.BankReports.SingleAsync(answer => answer.Id == answerId, cancellation);
        var names = replies.Select(reply => reply.EndToEndId).Distinct().ToArray();
        var lines = await db.BatchLines.Include(line => line.Batch).Within(answer.RegionCode, line => line.Batch.RegionCode).Where(line => names.Contains(line.EndToEndId))
            .ToDictionaryAsync(line => line.EndToEndId, cancellation);
        var caseIds = lines.Values.Select(line => line.CaseId).Distinct().ToArray();
        var cases = await db.Cases.Include(record => record.Instalments).Where(record => caseIds.Contains(record.Id)).ToListAsync(cancellation);
        var ids = lines.Values.Select(line => (Guid?)line.Id).ToArray();
        var before = await db.BankReportLines.AsNoTracking().Where(line => ids.Contains(line.LineId)).ToListAsync(cancellation);
        var taker = new BankReportApplier(db, answer, actor, clock, lines, await CaseLedger.OpenManyAsync(db, cases, clock, actor, cancellation), before);
        var touched = new HashSet<Guid>();
        foreach (var reply in replies)
        {
            // The line that gives an instalment up must be stored before another may have it.
            if (lines.TryGetValue(reply.EndToEndId, out var line) && !touched.Add(line.InstalmentId)) await db.SaveChangesAsync(cancellation);
            await taker.TakeAsync(reply, cancellation);
        }

        await db.FollowPaymentsAsync(cases, actor, clock, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>One word for a whole batch counts for each of its lines, if the bank means the same ones.</summary>
    /// <remarks>That the whole was paid says nothing new of a payment that came back by itself.</remarks>
    private async Task TakeWholeAsync(Actor actor, Guid answerId, PaymentStatusReport.OfBatch whole, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var batch = await db.PaymentBatches.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(batch => batch.No == whole.Id, cancellation);
        var isOurs = batch is not null && BatchTransitions.IsWithBank(batch.State) && (whole.Count ?? batch.Count) == batch.Count && (whole.Total ?? batch.Total) == batch.Total;
        var isPaid = whole.Verdict == BankVerdict.Paid;
        var names = !isOurs ? [whole.Id]
            : await db.BatchLines.Where(line => line.BatchId == batch!.Id && line.State != LineState.Dropped && (!isPaid || line.State != LineState.Refused))
                .OrderBy(line => line.Sequence).Select(line => line.EndToEndId).ToListAsync(cancellation);
        foreach (var some in names.Chunk(RepliesAtATime))
            await TryAsync(() => TakeLinesAsync(actor, answerId, [.. some.Select(name => new PaymentStatusReport.OfLine(name, whole.Verdict, whole.Reason, null, whole.Day))], cancellation));
    }

    private static Task TryAsync(Func<Task> act) => Retries.TryAsync(async () =>
    {
        await act();
        return true;
    });
}

using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Domain.Batches;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Reconciliation;

/// <summary>What stands in a batch is the instalment it is of, and what went to the bank and came back is in the ledger.</summary>
public sealed class LinesMatchLedger : CaseCheck
{
    public override string Sentence => "批次里的每一笔，与拨付状态、应付金额和台账上送出、付成的金额一致。";

    public override IEnumerable<AuditFinding> Find(AuditedCase audited)
    {
        var live = audited.Lines.Where(line => line.IsLive).ToLookup(line => line.InstalmentId);
        foreach (var part in audited.Record.Instalments)
        {
            if (part.State is InstalmentState.Batched or InstalmentState.Sent && live[part.Id].Count() != 1)
                yield return Found(audited, $"第 {part.Sequence} 笔（{InstalmentStates.ToChinese(part.State)}）在 {live[part.Id].Count()} 个批次里", part.Amount);
            foreach (var line in live[part.Id])
            {
                var amount = part.Amount - part.SetOff;
                if (StandsAs(line.State) != part.State) yield return Found(audited, $"{line.EndToEndId}：{LineTransitions.ToChinese(line.State)}，第 {part.Sequence} 笔却是{InstalmentStates.ToChinese(part.State)}");
                if (line.Amount != amount) yield return Found(audited, $"{line.EndToEndId}：批次里 {line.Amount.ToChinese()}，应付 {amount.ToChinese()}", line.Amount - amount);
            }
        }

        foreach (var line in audited.Lines)
            foreach (var (name, expected, held) in Compared(audited, line))
                if (expected != held) yield return Found(audited, $"{line.EndToEndId}（{LineTransitions.ToChinese(line.State)}）：{name}应为 {expected.ToChinese()}，台账是 {held.ToChinese()}", held - expected);
    }

    private static IEnumerable<(string Name, Money Expected, Money Held)> Compared(AuditedCase audited, BatchLine line)
    {
        yield return ("送出", line.State is LineState.Listed or LineState.Dropped ? Money.Zero : line.Amount, Of(audited, line, EntryKind.Send));
        yield return ("付成减退汇", line.State == LineState.Paid ? line.Amount : Money.Zero, Of(audited, line, EntryKind.Pay) - Of(audited, line, EntryKind.Return));
    }

    private static Money Of(AuditedCase audited, BatchLine line, EntryKind kind) =>
        Money.Sum(audited.Entries.Where(entry => entry.Occasion == line.Id && entry.Kind == kind).Select(entry => entry.Amount));

    private static InstalmentState StandsAs(LineState state) => state switch
    {
        LineState.Listed => InstalmentState.Batched,
        LineState.Paid => InstalmentState.Paid,
        _ => InstalmentState.Sent,
    };
}

/// <summary>A line stands where the last answer taken from the bank put it.</summary>
public sealed class LinesMatchAnswers : CaseCheck
{
    public override string Sentence => "批次里每一笔的结果，就是银行最后一次被采用的回执。";

    public override IEnumerable<AuditFinding> Find(AuditedCase audited)
    {
        foreach (var line in audited.Lines)
        {
            var last = audited.Answers.Where(answer => answer.LineId == line.Id && answer.Outcome == ReportOutcome.Applied).MaxBy(answer => answer.Id);
            LineState? told = last?.Verdict switch
            {
                BankVerdict.Paid => LineState.Paid,
                BankVerdict.Refused => LineState.Refused,
                BankVerdict.Returned => LineState.Returned,
                BankVerdict.Unknown => LineState.Unknown,
                _ => null,
            };
            if (told is null ? line.State is LineState.Listed or LineState.Dropped or LineState.Sent : line.State == told) continue;
            yield return Found(audited, $"{line.EndToEndId} 是{LineTransitions.ToChinese(line.State)}，银行的回执是{(told is { } state ? LineTransitions.ToChinese(state) : "没有")}", line.Amount);
        }
    }
}

/// <summary>The control sum of a batch is what its lines make, and an answer counts its own lines.</summary>
public sealed class BatchesMatchLines(IDbContextFactory<PortalDbContext> databases) : IAuditCheck
{
    public string Sentence => "每个批次的笔数和控制总额等于各笔之和，每份回执的笔数等于逐笔记录。";

    public async IAsyncEnumerable<AuditFinding> FindAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.BeginReadingAsync(cancellation);
        // Lines leave a batch that is being sent or given up one chunk after the other; its sum is set at the end, or never again.
        var batches = await db.PaymentBatches.AsNoTracking().Where(batch => batch.State != BatchState.Approved && batch.State != BatchState.Cancelled)
            .Select(batch => new
            {
                batch.No,
                batch.Count,
                batch.Total,
                Lines = batch.Lines.Count(line => line.State != LineState.Dropped),
                Sum = batch.Lines.Where(line => line.State != LineState.Dropped).Sum(line => (long)(object)line.Amount),
            })
            .ToListAsync(cancellation);
        foreach (var batch in batches.Where(batch => batch.Count != batch.Lines || batch.Total.Fen != batch.Sum))
            yield return new AuditFinding(nameof(BatchesMatchLines), null,
                $"批次 {batch.No}：写明 {batch.Count} 笔 {batch.Total.ToChinese()}，各笔合计 {batch.Lines} 笔 {new Money(batch.Sum).ToChinese()}", batch.Total - new Money(batch.Sum));
        var answers = await db.BankReports.AsNoTracking()
            .Select(answer => new { answer.Id, answer.FileName, Told = answer.Applied + answer.Repeated + answer.Disputed + answer.Foreign, Lines = db.BankReportLines.Count(line => line.AnswerId == answer.Id) })
            .ToListAsync(cancellation);
        foreach (var answer in answers.Where(answer => answer.Told != answer.Lines))
            yield return new AuditFinding(nameof(BatchesMatchLines), null, $"回执“{answer.FileName}”：写明 {answer.Told} 笔，逐笔记录 {answer.Lines} 笔", default);
    }
}

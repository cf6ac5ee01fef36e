using Portal.Access;
using Portal.Casework.Ledger;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Cases;

namespace Portal.Features.Finance.BankReports;

/// <summary>Takes some answers of the bank's in one unit of work: lines, money, cases, work and the record of the answers themselves.</summary>
/// <param name="lines">Tracked, by what the bank calls them, each with its batch.</param>
/// <param name="money">Of their cases, whose instalments are tracked.</param>
/// <param name="before">What the bank has said of these lines before.</param>
internal sealed class BankReportApplier(
    PortalDbContext db, BankReport answer, Actor actor, BusinessClock clock, IReadOnlyDictionary<string, BatchLine> lines,
    IReadOnlyDictionary<Guid, CaseLedger> money, IEnumerable<BankReportLine> before)
{
    private readonly Dictionary<AnswerKey, ReportOutcome> _known = before.GroupBy(AnswerKey.Of).ToDictionary(same => same.Key, same => same.Min(one => one.Outcome));

    public async Task TakeAsync(PaymentStatusReport.OfLine reply, CancellationToken cancellation)
    {
        var line = lines.GetValueOrDefault(reply.EndToEndId);
        if (line is null)
        {
            Record(reply, null, ReportOutcome.Foreign, null);
            return;
        }

        var part = money[line.CaseId].Record.Instalments.Single(part => part.Id == line.InstalmentId);
        var key = AnswerKey.Of(Record(reply, line.Id));
        var known = _known.TryGetValue(key, out var outcomeBefore) ? outcomeBefore : (ReportOutcome?)null;
        // What nobody has fetched the bank cannot have: its word is about something else, and somebody has to look.
        var stands = BatchTransitions.IsWithBank(line.Batch.State) || line.State == LineState.Dropped ? line.State : LineState.Listed;
        var step = LineTransitions.After(
            stands, reply.Verdict, known == ReportOutcome.Applied,
            !reply.IsOtherMoney && (reply.Amount is null || reply.Amount == line.Amount), part.State == InstalmentState.Due && part.Amount - part.SetOff == line.Amount, CaseLedger.MayReturn(part));
        var outcome = step.Contradiction is not null
            // What somebody has looked into is not asked again for the same words.
            ? known == ReportOutcome.Disputed && line is { Dispute: null, Finding: not null } ? ReportOutcome.Repeated : ReportOutcome.Disputed
            : step.IsRepeat(line.State) ? ReportOutcome.Repeated : ReportOutcome.Applied;
        if (outcome == ReportOutcome.Applied) await ApplyAsync(line, part, step, reply, cancellation);
        if (outcome == ReportOutcome.Disputed) Dispute(line, step.Contradiction!.Value);
        Record(reply, line.Id, outcome, step.Contradiction);
        _known[key] = known is { } earlier && earlier < outcome ? earlier : outcome;
    }

    private async Task ApplyAsync(BatchLine line, PaymentInstalment part, LineStep step, PaymentStatusReport.OfLine reply, CancellationToken cancellation)
    {
        var why = Fit(reply.Reason, BatchLine.ReasonAtMost) ?? (reply.Verdict == BankVerdict.Paid ? null : "银行没有说明原因");
        (line.State, line.IsLive) = (step.State, LineTransitions.IsLive(step.State));
        (line.Reason, line.AnsweredOn) = (why, clock.Today);
        if (Fit(reply.Reference, 64) is { } reference) line.Reference = reference;
        var of = money[line.CaseId];
        switch (step.Move)
        {
            case AnswerMove.Pay:
                if (!await db.TryPayAsync(of, part, line.Id, PaidOn(line, reply.Day), line.Reference ?? line.EndToEndId, actor, clock, cancellation))
                    throw new InvalidOperationException($"Line {line.EndToEndId} is paid on case {of.Record.No}, which is {of.Record.State}.");
                break;
            case AnswerMove.Refuse:
                db.TakeRefusal(of, part, line.Id, line.Reason!, actor, clock);
                break;
            case AnswerMove.Return:
                db.TakeReturn(of, part, line.Id, line.Reason!, actor, clock);
                break;
        }

        // An instalment and an entry in the history leave the case's own row as it was: without this a stale tab would go unnoticed.
        if (step.Move != AnswerMove.None) of.Record.Version = Guid.CreateVersion7();
    }

    private void Dispute(BatchLine line, Contradiction why)
    {
        if (line.Dispute is null)
            db.OpenWork(clock, WorkKind.BankDispute, line.EndToEndId, $"核实银行回执 {line.EndToEndId}：{LineTransitions.ToChinese(why)}", answer.RegionCode, Roles.Finance, null);
        line.Dispute = why;
    }

    // A day before the bank had it, or one still to come, is a slip of the bank's: the day it was told is the safe one.
    private DateOnly PaidOn(BatchLine line, DateOnly? told) =>
        told is { } day && day <= clock.Today && line.Batch.SentAt is { } sent && day >= DateOnly.FromDateTime(sent.ToOffset(BusinessClock.ChinaStandardTime).DateTime) ? day : clock.Today;

    private void Record(PaymentStatusReport.OfLine reply, Guid? line, ReportOutcome outcome, Contradiction? dispute)
    {
        db.Add(Record(reply, line, answer.Id, outcome, dispute));
        _ = outcome switch
        {
            ReportOutcome.Applied => answer.Applied++,
            ReportOutcome.Repeated => answer.Repeated++,
            ReportOutcome.Disputed => answer.Disputed++,
            _ => answer.Foreign++,
        };
    }

    private static BankReportLine Record(PaymentStatusReport.OfLine reply, Guid? line, Guid answer = default, ReportOutcome outcome = default, Contradiction? dispute = null) => new()
    {
        AnswerId = answer,
        EndToEndId = Fit(reply.EndToEndId, BatchNumber.IdAtMost) ?? "",
        Verdict = reply.Verdict,
        Amount = reply.Amount,
        Reason = Fit(reply.Reason, BatchLine.ReasonAtMost),
        Reference = Fit(reply.Reference, 64),
        Day = reply.Day,
        LineId = line,
        Outcome = outcome,
        Dispute = dispute,
    };

    private static string? Fit(string? text, int atMost) => text is null ? null : BankText.Fit(text, atMost) is { Length: > 0 } fit ? fit : null;

    /// <summary>What makes two answers the same: what they say of which line.</summary>
    private sealed record AnswerKey(Guid? Line, BankVerdict Verdict, long? Fen, string? Reason, string? Reference, DateOnly? Day)
    {
        public static AnswerKey Of(BankReportLine line) => new(line.LineId, line.Verdict, line.Amount?.Fen, line.Reason, line.Reference, line.Day);
    }
}

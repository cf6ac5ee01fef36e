using Portal.Domain.Batches;
using Portal.Domain.Values;

namespace Portal.Features.Finance.BankReports;

/// <summary>What a file from the bank says, piece by piece.</summary>
public abstract record PaymentStatusReport
{
    /// <summary>Of one payment.</summary>
    /// <param name="EndToEndId">As we called it.</param>
    /// <param name="Amount">Null where the bank names none.</param>
    /// <param name="IsOtherMoney">What the bank paid is not in yuan and whole fen.</param>
    public sealed record OfLine(
        string EndToEndId, BankVerdict Verdict, string? Reason, string? Reference, DateOnly? Day, Money? Amount = null, bool IsOtherMoney = false) : PaymentStatusReport;

    /// <summary>Of a whole batch, without naming its payments.</summary>
    /// <param name="Id">Of the message or the payment block: the batch's number.</param>
    /// <param name="Count">Of the payments, where the bank names it; so with the total.</param>
    public sealed record OfBatch(string Id, BankVerdict Verdict, string? Reason, DateOnly? Day, int? Count, Money? Total) : PaymentStatusReport;
}

/// <summary>The file is no answer of a bank's; the message says in Chinese why, and what to do.</summary>
public sealed class BankReportUnreadableException(string message, Exception? inner = null) : Exception(message, inner);

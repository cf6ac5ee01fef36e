using Portal.Access;
using Portal.Casework.Ledger;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Casework.Redeterminations;

/// <summary>Keeps back from a payment what its payee has to pay back (抵扣), on both cases at once. The caller saves.</summary>
public static class SetOffs
{
    /// <param name="recovery">With its case, that case's instalments, and its parts; of the same payee as the payment.</param>
    /// <param name="payment">The case that is paid, with its instalments.</param>
    /// <param name="receiptId">The occasion of both sides.</param>
    /// <returns>How much was kept back.</returns>
    public static async Task<Money> SetOffAsync(
        this PortalDbContext db, Recovery recovery, Case payment, PaymentInstalment part, Guid receiptId, string measureName, Actor? actor, BusinessClock clock, CancellationToken cancellation)
    {
        var amount = RecoverySchedule.SetOff(part.Amount - part.SetOff, recovery.Left);
        if (amount == Money.Zero) return amount;
        var paying = await CaseLedger.OpenAsync(db, payment, clock, actor, cancellation);
        paying.KeepBack(part, amount, receiptId, $"抵扣 {recovery.Case.No}");
        var owing = payment.Id == recovery.CaseId ? paying : await CaseLedger.OpenAsync(db, recovery.Case, clock, actor, cancellation);
        owing.Recover(amount, EntryKind.SetOff, receiptId, clock.Today);
        db.Add(new RecoveryReceipt
        {
            Id = receiptId,
            RecoveryId = recovery.Id,
            Amount = amount,
            Day = clock.Today,
            Reference = ReferenceOf(recovery, payment.No, part.Sequence, receiptId),
            InstalmentId = part.Id,
            RecordedById = actor?.UserId,
            At = clock.Now,
        });
        await db.TakeInAsync(recovery, amount, actor, clock, $"从办件 {payment.No} 第 {part.Sequence} 笔中抵扣 {amount.ToChinese()}", cancellation);
        var rest = part.Amount - part.SetOff;
        await db.FollowUpAsync(payment, $"{payment.ApplicantName}：{measureName}", actor, clock,
            $"第 {part.Sequence} 笔 {part.Amount.ToChinese()} 中抵扣了办件 {recovery.Case.No} 应退回的 {amount.ToChinese()}，" + (rest > Money.Zero ? $"还会拨付 {rest.ToChinese()}" : "这一笔不再另外拨付"),
            null, cancellation);
        return amount;
    }

    /// <summary>What the receipt is called. An instalment may be set off against one claim more than once, when its payment came back in between.</summary>
    internal static string ReferenceOf(Recovery recovery, string caseNo, int sequence, Guid receiptId)
    {
        var reference = $"抵扣 {caseNo} 第{sequence}笔";
        if (!recovery.Receipts.Exists(before => before.Reference == reference)) return reference;
        return PlainText.Head($"{reference} 再次 {receiptId:N}", RecoveryReceipt.ReferenceAtMost);
    }
}

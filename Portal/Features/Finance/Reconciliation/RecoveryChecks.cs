using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Reconciliation;

/// <summary>What the claims of a case say is what the ledger holds as receivable and recovered.</summary>
public sealed class RecoveriesMatchLedger : CaseCheck
{
    public override string Sentence => "追缴的金额、分期和收回，与台账的应收回、已收回一致。";

    public override IEnumerable<AuditFinding> Find(AuditedCase audited)
    {
        var (owed, received) = (Money.Sum(audited.Recoveries.Select(one => one.Left)), Money.Sum(audited.Recoveries.Select(one => one.Received)));
        var (receivable, recovered) = (audited.Book.Balance(LedgerAccount.Receivable), audited.Book.Balance(LedgerAccount.Recovered));
        if (owed != receivable) yield return Found(audited, $"追缴还有 {owed.ToChinese()}，台账应收回 {receivable.ToChinese()}", receivable - owed);
        if (received != recovered) yield return Found(audited, $"追缴已收 {received.ToChinese()}，台账已收回 {recovered.ToChinese()}", recovered - received);
        foreach (var recovery in audited.Recoveries)
        {
            var parts = Money.Sum(recovery.Parts.Select(part => part.Amount));
            if (parts != recovery.Amount) yield return Found(audited, $"追缴 {recovery.Amount.ToChinese()}，分期合计 {parts.ToChinese()}", parts - recovery.Amount);
            var receipts = Money.Sum(recovery.Receipts.Select(receipt => receipt.Amount));
            if (receipts != recovery.Received) yield return Found(audited, $"追缴已收 {recovery.Received.ToChinese()}，收款记录合计 {receipts.ToChinese()}", receipts - recovery.Received);
            if (recovery.Left < Money.Zero || recovery.Left == Money.Zero != recovery.ClosedOn is not null)
                yield return Found(audited, $"追缴剩余 {recovery.Left.ToChinese()}，却{(recovery.ClosedOn is null ? "没有办结" : "已经办结")}", recovery.Left);
        }
    }
}

/// <summary>What an instalment says was kept back of it is what the ledger kept back.</summary>
public sealed class SetOffsMatchInstalments : CaseCheck
{
    public override string Sentence => "每一笔写明的抵扣，等于台账上从应付中抵扣的金额。";

    public override IEnumerable<AuditFinding> Find(AuditedCase audited)
    {
        foreach (var part in audited.Record.Instalments)
        {
            var kept = Money.Sum(audited.Entries.Where(entry => entry.Sequence == part.Sequence && entry is { Kind: EntryKind.SetOff, Credit: LedgerAccount.Due })
                .Select(entry => entry.Amount));
            if (kept != part.SetOff) yield return Found(audited, $"第 {part.Sequence} 笔写明抵扣 {part.SetOff.ToChinese()}，台账是 {kept.ToChinese()}", kept - part.SetOff);
        }
    }
}

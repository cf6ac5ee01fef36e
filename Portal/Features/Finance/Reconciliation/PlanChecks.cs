using Portal.Casework.Cases;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Values;
using static Portal.Domain.Ledger.LedgerAccount;

namespace Portal.Features.Finance.Reconciliation;

/// <summary>Σ instalments less what is claimed of them = entitlement.</summary>
public sealed class PlanMakesEntitlement : CaseCheck
{
    public override string Sentence => "每件的各笔拨付减去追缴，等于核定金额。";

    public override IEnumerable<AuditFinding> Find(AuditedCase audited)
    {
        if (audited.Record.Instalments.Count == 0) yield break;
        var sum = GrantedPlan.TotalOf(audited.Record);
        var difference = sum - (audited.Record.Entitlement ?? Money.Zero);
        if (difference != Money.Zero) yield return Found(audited, $"各笔合计 {sum.ToChinese()}，核定金额 {audited.Record.Entitlement?.ToChinese() ?? "没有"}", difference);
    }
}

/// <summary>What the ledger holds of an instalment is what its state says.</summary>
public sealed class LedgerMatchesInstalments : CaseCheck
{
    private static readonly LedgerAccount[] Told = [Committed, Due, InTransit];

    public override string Sentence => "每一笔在台账上的余额和它的拨付状态一致。";

    public override IEnumerable<AuditFinding> Find(AuditedCase audited)
    {
        var parts = audited.Record.Instalments;
        foreach (var part in parts)
            foreach (var (name, expected, held) in Compared(audited.Book, part))
                if (expected != held)
                    yield return Found(audited, $"第 {part.Sequence} 笔（{InstalmentStates.ToChinese(part.State)}）：{name}应为 {expected.ToChinese()}，台账是 {held.ToChinese()}", held - expected);
        foreach (var stray in audited.Entries.Select(entry => entry.Sequence).Distinct().Where(sequence => parts.TrueForAll(part => part.Sequence != sequence)))
            yield return Found(audited, $"台账有第 {stray} 笔，拨付计划没有");
    }

    private static IEnumerable<(string Name, Money Expected, Money Held)> Compared(CaseBalances book, PaymentInstalment part)
    {
        var rest = part.Amount - part.SetOff;
        foreach (var account in Told)
        {
            var stands = (account, part.State) is (Committed, InstalmentState.Waiting) or (Due, InstalmentState.Due or InstalmentState.Batched) or (InTransit, InstalmentState.Sent);
            yield return (LedgerTexts.ToChinese(account), stands ? rest : Money.Zero, book[part.Sequence, account].Total);
        }

        var kept = part.State switch
        {
            InstalmentState.Paid => part.Amount - part.Claimed,
            InstalmentState.Lapsed => Money.Zero,
            _ => part.SetOff,
        };
        yield return ("已拨付和预拨", kept, book[part.Sequence, Paid].Total + book[part.Sequence, Advanced].Total);
        yield return ("应收回和已收回", part.Claimed, book[part.Sequence, Receivable].Total + book[part.Sequence, Recovered].Total);
    }
}

/// <summary>No account but the budget ever gave what it had not.</summary>
public sealed class NothingIsNegative : CaseCheck
{
    public override string Sentence => "台账没有一个余额是负数，每一笔按中央、省、市分开也是。";

    public override IEnumerable<AuditFinding> Find(AuditedCase audited) =>
        from sequence in audited.Entries.Select(entry => entry.Sequence).Distinct()
        from account in Enum.GetValues<LedgerAccount>()
        where account != Budget
        from source in SourceAmounts.Sources
        let held = audited.Book[sequence, account][source]
        where held < Money.Zero
        select Found(audited, $"第 {sequence} 笔：{LedgerTexts.ToChinese(account)}（{LedgerTexts.ToChinese(source)}）为 {held.ToChinese()}", held);
}

/// <summary>Each entry moves money as the notice knows it, and under its case's own measure and place.</summary>
public sealed class EntriesAreSound : CaseCheck
{
    public override string Sentence => "台账每一行都有借有贷、金额为正，是规定的一种，政策和地区与办件一致。";

    public override IEnumerable<AuditFinding> Find(AuditedCase audited)
    {
        foreach (var entry in audited.Entries)
        {
            if (entry.Amount <= Money.Zero || !EntryKinds.Allows(entry.Kind, entry.Credit, entry.Debit))
                yield return Found(audited, $"第 {entry.Id} 行：{EntryKinds.ToChinese(entry.Kind)} {LedgerTexts.ToChinese(entry.Credit)}→{LedgerTexts.ToChinese(entry.Debit)} {entry.Amount.ToChinese()}", entry.Amount);
            if (entry.MeasureCode != audited.Record.MeasureCode || entry.RegionCode != audited.Record.RegionCode)
                yield return Found(audited, $"第 {entry.Id} 行的政策或地区与办件不一致", entry.Amount);
        }
    }
}

using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Casework.Ledger;
using Portal.Data;
using Portal.Data.Ledger;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Reconciliation;

/// <summary>What is kept back from one payment is credited to the claim it was kept back for, and nothing else is.</summary>
public sealed class SetOffsPair(IDbContextFactory<PortalDbContext> databases) : IAuditCheck
{
    private const int Batch = 1000;

    public string Sentence => "每一次抵扣在两边的金额相等，并有收款记录。";

    public async IAsyncEnumerable<AuditFinding> FindAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sides = await db.LedgerEntries.AsNoTracking().Where(entry => entry.Kind == EntryKind.SetOff)
            .GroupBy(entry => new { entry.Occasion, entry.Credit })
            .Select(group => new { group.Key.Occasion, group.Key.Credit, Sum = group.Sum(entry => (long)(object)entry.Amount), Case = group.Min(entry => entry.CaseId) })
            .ToListAsync(cancellation);
        foreach (var chunk in sides.GroupBy(side => side.Occasion).Chunk(Batch))
        {
            var occasions = chunk.Select(group => group.Key).ToArray();
            var receipts = await db.RecoveryReceipts.AsNoTracking().Where(receipt => occasions.Contains(receipt.Id) && receipt.InstalmentId != null)
                .ToDictionaryAsync(receipt => receipt.Id, receipt => receipt.Amount, cancellation);
            foreach (var group in chunk)
            {
                var kept = new Money(group.Where(side => side.Credit == LedgerAccount.Due).Sum(side => side.Sum));
                var credited = new Money(group.Where(side => side.Credit == LedgerAccount.Receivable).Sum(side => side.Sum));
                var receipt = receipts.GetValueOrDefault(group.Key);
                if (kept == credited && kept == receipt) continue;
                var caseId = group.First().Case;
                var no = await db.Cases.Where(record => record.Id == caseId).Select(record => record.No).FirstOrDefaultAsync(cancellation);
                yield return new AuditFinding(nameof(SetOffsPair), no, $"抵扣 {kept.ToChinese()}，收回一边 {credited.ToChinese()}，收款记录 {receipt.ToChinese()}", kept - credited);
            }
        }
    }
}

/// <summary>The sums that the money views read are what the entries make.</summary>
public sealed class SumsMatchLedger(IDbContextFactory<PortalDbContext> databases) : IAuditCheck
{
    public string Sentence => "资金情况页用的汇总，与台账逐行相加一致。";

    public async IAsyncEnumerable<AuditFinding> FindAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await databases.FoldLedgerAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Entries may come in while this runs: both sides up to the mark.
        await using var transaction = await db.BeginReadingAsync(cancellation);
        var mark = await db.Set<LedgerSumMark>().AsNoTracking().Select(one => one.LastEntryId).SingleOrDefaultAsync(cancellation);
        var sums = await db.LedgerSums.AsNoTracking().ToListAsync(cancellation);
        var kept = sums.ToDictionary(sum => (sum.MeasureCode, sum.RegionCode, sum.Source, sum.Month, sum.Account), sum => sum.Amount);
        foreach (var one in await LedgerFold.MovementsAsync(db.LedgerEntries.Where(entry => entry.Id <= mark), cancellation))
        {
            kept.Remove((one.MeasureCode, one.RegionCode, one.Source, one.Month, one.Account), out var sum);
            if (sum != one.Amount) yield return Found(one.MeasureCode, one.RegionCode, one.Month, one.Account, sum, one.Amount);
        }

        foreach (var (key, sum) in kept.Where(left => left.Value != Money.Zero))
            yield return Found(key.MeasureCode, key.RegionCode, key.Month, key.Account, sum, Money.Zero);
    }

    private static AuditFinding Found(string measure, string region, DateOnly month, LedgerAccount account, Money sum, Money ledger) =>
        new(nameof(SumsMatchLedger), null, $"{measure} {region} {month:yyyy-MM} {LedgerTexts.ToChinese(account)}：汇总 {sum.ToChinese()}，台账 {ledger.ToChinese()}", sum - ledger);
}

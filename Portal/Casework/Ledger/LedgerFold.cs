using System.Data;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Ledger;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Casework.Ledger;

/// <summary>Takes the ledger's new entries into its sums. Entries never change, so each is taken in once.</summary>
public static class LedgerFold
{
    public sealed record Movement(string MeasureCode, string RegionCode, FundingSource Source, DateOnly Month, LedgerAccount Account, Money Amount);

    /// <summary>Brings the sums up to the last entry. Of two at once the slower one leaves it to the other.</summary>
    public static async Task FoldLedgerAsync(this IDbContextFactory<PortalDbContext> databases, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Numbers are given before their entries are there to be read. On SQL Server shared locks wait for whoever holds a
        // smaller one, or it would be passed over for good; SQLite has one writer at a time.
        await using var transaction = db.Database.IsSqlite() ? null : await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var last = await db.LedgerEntries.MaxAsync(entry => (long?)entry.Id, cancellation) ?? 0;
        var mark = await db.Set<LedgerSumMark>().SingleOrDefaultAsync(cancellation);
        if (mark is null) db.Add(mark = new LedgerSumMark());
        if (mark.LastEntryId >= last) return;
        var moved = await MovementsAsync(db.LedgerEntries.Where(entry => entry.Id > mark.LastEntryId && entry.Id <= last), cancellation);
        var months = moved.Select(one => one.Month).Distinct().ToArray();
        var sums = (await db.LedgerSums.Where(sum => months.Contains(sum.Month)).ToListAsync(cancellation))
            .ToDictionary(sum => (sum.MeasureCode, sum.RegionCode, sum.Source, sum.Month, sum.Account));
        foreach (var one in moved)
        {
            if (sums.TryGetValue((one.MeasureCode, one.RegionCode, one.Source, one.Month, one.Account), out var sum)) sum.Amount += one.Amount;
            else db.Add(new LedgerSum { MeasureCode = one.MeasureCode, RegionCode = one.RegionCode, Source = one.Source, Month = one.Month, Account = one.Account, Amount = one.Amount });
        }

        mark.LastEntryId = last;
        try
        {
            await db.SaveChangesAsync(cancellation);
            if (transaction is not null) await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsCollision())
        {
        }
    }

    /// <summary>Throws the sums away and makes them anew from the entries, in one transaction.</summary>
    public static async Task RebuildLedgerSumsAsync(this IDbContextFactory<PortalDbContext> databases, CancellationToken cancellation = default)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.LedgerSums.ExecuteDeleteAsync(cancellation);
            await db.Set<LedgerSumMark>().ExecuteDeleteAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        await databases.FoldLedgerAsync(cancellation);
    }

    /// <summary>What entries move, month by month.</summary>
    public static async Task<IReadOnlyList<Movement>> MovementsAsync(IQueryable<LedgerEntry> entries, CancellationToken cancellation)
    {
        var grouped = await entries
            .GroupBy(entry => new { entry.MeasureCode, entry.RegionCode, entry.Source, entry.Day.Year, entry.Day.Month, entry.Debit, entry.Credit })
            .Select(group => new { group.Key, Sum = group.Sum(entry => (long)(object)entry.Amount) })
            .ToListAsync(cancellation);
        return
        [
            .. grouped.SelectMany(one => new[] { (Account: one.Key.Debit, one.Sum), (Account: one.Key.Credit, Sum: -one.Sum) }, (one, side) => (one.Key, side))
                .GroupBy(one => (one.Key.MeasureCode, one.Key.RegionCode, one.Key.Source, Month: new DateOnly(one.Key.Year, one.Key.Month, 1), one.side.Account))
                .Select(group => new Movement(group.Key.MeasureCode, group.Key.RegionCode, group.Key.Source, group.Key.Month, group.Key.Account, new Money(group.Sum(one => one.side.Sum)))),
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Ledger;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Features.Finance.MoneyViews;

/// <param name="Money">Where its money stands, by the number of the case.</param>
public sealed record CaseMoney(string No, string Applicant, string MeasureCode, string RegionCode, MoneyLine Money);

/// <summary>Where the money of every case stands, from the ledger itself; for the workbook, which shows them all.</summary>
public sealed class SumMoneyByCase(IDbContextFactory<PortalDbContext> databases)
{
    /// <returns>By number; empty for whoever may not look.</returns>
    public async Task<IReadOnlyList<CaseMoney>> HandleAsync(Actor actor, MoneyFilter filter, CancellationToken cancellation = default)
    {
        if (filter.PlaceFor(actor) is not { } place) return [];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var entries = Narrow(db.LedgerEntries.AsNoTracking(), filter).Within(place, entry => entry.RegionCode);
        var received = await entries.GroupBy(entry => new { entry.CaseId, entry.Debit })
            .Select(group => new { group.Key.CaseId, Account = group.Key.Debit, Sum = group.Sum(entry => (long)(object)entry.Amount) }).ToListAsync(cancellation);
        var given = await entries.GroupBy(entry => new { entry.CaseId, entry.Credit })
            .Select(group => new { group.Key.CaseId, Account = group.Key.Credit, Sum = group.Sum(entry => -(long)(object)entry.Amount) }).ToListAsync(cancellation);
        var sums = received.Concat(given).Where(one => one.Account != LedgerAccount.Budget).GroupBy(one => one.CaseId).ToDictionary(
            of => of.Key, of => of.GroupBy(one => one.Account).ToDictionary(on => on.Key, on => new Money(on.Sum(one => one.Sum))));
        var cases = db.Cases.AsNoTracking().Within(place, record => record.RegionCode).Where(record => record.Entitlement != null);
        if (filter.Measure is { } measure) cases = cases.Where(record => record.MeasureCode == measure);
        var found = await cases.OrderBy(record => record.No)
            .Select(record => new { record.Id, record.No, record.ApplicantName, record.MeasureCode, record.RegionCode }).ToListAsync(cancellation);
        return [.. found.Where(one => sums.TryGetValue(one.Id, out var of) && of.Values.Any(sum => sum != Money.Zero))
            .Select(one => new CaseMoney(one.No, one.ApplicantName, one.MeasureCode, one.RegionCode, new MoneyLine(one.No, one.No, sums[one.Id])))];
    }

    private static IQueryable<LedgerEntry> Narrow(IQueryable<LedgerEntry> entries, MoneyFilter filter)
    {
        if (filter.Measure is { } measure) entries = entries.Where(entry => entry.MeasureCode == measure);
        if (filter.Source is { } source) entries = entries.Where(entry => entry.Source == source);
        if (filter.Month is not { } month) return entries;
        var (first, next) = (month.FirstDay, (month + 1).FirstDay);
        return entries.Where(entry => entry.Day >= first && entry.Day < next);
    }
}

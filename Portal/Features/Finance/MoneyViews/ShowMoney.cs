using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Ledger;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Domain.Ledger;
using Portal.Domain.Measures;
using Portal.Domain.Places;
using Portal.Domain.Values;

namespace Portal.Features.Finance.MoneyViews;

/// <param name="Key">Of the measure, city, budget or month, as it stands in an address.</param>
public sealed record MoneyLine(string Key, string Name, IReadOnlyDictionary<LedgerAccount, Money> Sums)
{
    public Money Granted => Money.Sum(MoneyFilter.Accounts.Select(account => this[account]));

    public Money this[LedgerAccount account] => Sums.GetValueOrDefault(account);
}

/// <summary>Where the money of a place stands: a line each, and their sum.</summary>
public sealed record MoneyTable(MoneyBy By, IReadOnlyList<MoneyLine> Lines, MoneyLine Total, RegionDirectory Regions);

/// <summary>What is committed, due, in transit, paid, advanced, to be recovered and recovered, from the sums of the ledger.</summary>
public sealed class ShowMoney(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, MeasureCatalog catalog)
{
    /// <returns>Null when the actor may not look, or the place is not the actor's.</returns>
    public async Task<MoneyTable?> HandleAsync(Actor actor, MoneyFilter filter, MoneyBy by, CancellationToken cancellation = default)
    {
        if (filter.PlaceFor(actor) is not { } place) return null;
        await databases.FoldLedgerAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var regions = (await rulebooks.LoadAsync(cancellation)).Regions;
        var sums = db.LedgerSums.AsNoTracking().Within(place, sum => sum.RegionCode).Where(sum => sum.Account != LedgerAccount.Budget);
        if (filter.Measure is { } measure) sums = sums.Where(sum => sum.MeasureCode == measure);
        if (filter.Source is { } source) sums = sums.Where(sum => sum.Source == source);
        if (filter.Month is { } month)
        {
            var first = month.FirstDay;
            sums = sums.Where(sum => sum.Month == first);
        }

        var grouped = await sums.GroupBy(sum => new { sum.MeasureCode, sum.RegionCode, sum.Source, sum.Month, sum.Account })
            .Select(group => new { group.Key, Sum = group.Sum(sum => (long)(object)sum.Amount) }).ToListAsync(cancellation);
        var lines = grouped
            .GroupBy(one => by switch
            {
                MoneyBy.Measure => one.Key.MeasureCode,
                MoneyBy.City => RegionDirectory.CityOf(one.Key.RegionCode),
                MoneyBy.Source => one.Key.Source.ToString(),
                _ => new Month(one.Key.Month.Year, one.Key.Month.Month).ToString(),
            })
            .Select(group => new MoneyLine(group.Key, NameOf(by, group.Key, regions), group.GroupBy(one => one.Key.Account)
                .ToDictionary(of => of.Key, of => new Money(of.Sum(one => one.Sum)))))
            .OrderBy(line => by == MoneyBy.Source ? ((int)Enum.Parse<FundingSource>(line.Key)).ToString(System.Globalization.CultureInfo.InvariantCulture) : line.Key, StringComparer.Ordinal)
            .ToArray();
        var total = MoneyFilter.Accounts.ToDictionary(account => account, account => Money.Sum(lines.Select(line => line[account])));
        return new MoneyTable(by, lines, new MoneyLine("", "合计", total), regions);
    }

    private string NameOf(MoneyBy by, string key, RegionDirectory regions) => by switch
    {
        MoneyBy.Measure => catalog.NameOf(key),
        MoneyBy.City => regions.FullName(key),
        MoneyBy.Source => LedgerTexts.ToChinese(Enum.Parse<FundingSource>(key)),
        _ => Month.TryParse(key, out var month) ? month.ToChinese() : key,
    };
}

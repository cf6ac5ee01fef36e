using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.MyHome;

/// <param name="FirmName">For whom; null for the person's own.</param>
public sealed record MoneyPart(string CaseNo, string Measure, string? FirmName, int Sequence, Money Amount, DateOnly? DueOn, DateOnly? PaidOn);

/// <param name="Month">Null for what waits for something to happen.</param>
public sealed record MoneyMonth(Month? Month, Money Received, Money Expected);

/// <summary>What was paid and what is to come, over all instalments; less what is claimed they are what was granted.</summary>
/// <param name="Claimed">What of it is to be paid back, or was.</param>
/// <param name="Parts">The newest first, not all of them where there are many.</param>
/// <param name="Granted">The entitlements of all cases with a plan.</param>
public sealed record MyMoney(Money Received, Money Expected, Money Claimed, Money Granted, IReadOnlyList<MoneyMonth> Months, IReadOnlyList<MoneyPart> Parts, int Count)
{
    /// <summary>False when money was lost or made between the decisions and the plans.</summary>
    public bool Ties => Received + Expected - Claimed == Granted;
}

/// <summary>The money of a person and of the firms they act for.</summary>
public sealed class ShowMyMoney(IDbContextFactory<PortalDbContext> databases, MeasureCatalog measures)
{
    public const int PartsAtMost = 24;

    private const int MonthsAtMost = 12;

    public async Task<MyMoney> HandleAsync(Actor actor, HomeScope scope, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var cases = scope.CasesOf(db, actor).Where(record => record.Instalments.Any());
        var granted = new Money(await cases.SumAsync(record => (long?)(object?)record.Entitlement, cancellation) ?? 0);
        var rows = await (
            from record in cases
            from part in record.Instalments
            where part.State != InstalmentState.Lapsed
            select new { record.No, record.MeasureCode, Firm = record.Firm == null ? null : record.Firm.Name, part.Sequence, part.Amount, part.Claimed, part.DueOn, part.PaidOn })
            .ToListAsync(cancellation);
        var parts = rows.Select(row => new MoneyPart(row.No, measures.NameOf(row.MeasureCode), row.Firm, row.Sequence, row.Amount, row.DueOn, row.PaidOn)).ToArray();
        return new MyMoney(
            Sum(parts.Where(part => part.PaidOn is not null)), Sum(parts.Where(part => part.PaidOn is null)),
            Money.Sum(rows.Select(row => row.Claimed)), granted, MonthsOf(parts),
            [.. parts.OrderBy(part => part.PaidOn is not null).ThenBy(part => part.PaidOn is null ? part.DueOn ?? DateOnly.MaxValue : DateOnly.MinValue)
                .ThenByDescending(part => part.PaidOn).ThenBy(part => part.CaseNo, StringComparer.Ordinal).ThenBy(part => part.Sequence).Take(PartsAtMost)],
            parts.Length);
    }

    /// <summary>The newest months that have money in them, in their order, and what has no date yet at the end.</summary>
    private static IReadOnlyList<MoneyMonth> MonthsOf(IEnumerable<MoneyPart> parts)
    {
        var months = parts.GroupBy(part => (part.PaidOn ?? part.DueOn) is { } day ? new Month(day.Year, day.Month) : (Month?)null)
            .Select(month => new MoneyMonth(month.Key, Sum(month.Where(part => part.PaidOn is not null)), Sum(month.Where(part => part.PaidOn is null)))).ToArray();
        return [.. months.Where(month => month.Month is not null).OrderBy(month => month.Month!.Value).TakeLast(MonthsAtMost), .. months.Where(month => month.Month is null)];
    }

    private static Money Sum(IEnumerable<MoneyPart> parts) => Money.Sum(parts.Select(part => part.Amount));
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Privacy;
using Portal.Domain.Ledger;
using Portal.Domain.Measures;
using Portal.Domain.Values;
using Portal.Tables;

namespace Portal.Features.Finance.MoneyViews;

/// <summary>The money tables as a workbook: a sheet by measure, city, budget and month, and one by case. Amounts are numbers and add up.</summary>
/// <remarks>It names people: who took it is written down.</remarks>
public sealed class ExportMoney(ShowMoney show, SumMoneyByCase byCase, IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, AccessLog access)
{
    /// <returns>Null when the actor may not look, or the place is not the actor's.</returns>
    public async Task<byte[]?> HandleAsync(Actor actor, MoneyFilter filter, CancellationToken cancellation = default)
    {
        var sheets = new List<Sheet>();
        foreach (var by in Enum.GetValues<MoneyBy>())
        {
            if (await show.HandleAsync(actor, filter, by, cancellation) is not { } table) return null;
            sheets.Add(Of(MoneyTexts.Of(by), [MoneyTexts.Of(by)], table.Lines.Append(table.Total).Select(line => ((string[])[line.Name], line))));
        }

        var (cases, regions) = (await byCase.HandleAsync(actor, filter, cancellation), (await show.HandleAsync(actor, filter, MoneyBy.City, cancellation))!.Regions);
        var total = new MoneyLine("", "", MoneyFilter.Accounts.ToDictionary(account => account, account => Money.Sum(cases.Select(one => one.Money[account]))));
        sheets.Add(Of("办件", ["办件编号", "申请人", "政策", "参保地"],
            [.. cases.Select(one => ((string[])[one.No, one.Applicant, catalog.NameOf(one.MeasureCode), regions.FullName(one.RegionCode)], one.Money)), (["合计", "", "", ""], total)]));
        await WriteDownAsync(actor, filter.PlaceFor(actor)!, cases.Count, cancellation);
        return WorkbookWriter.Write(sheets);
    }

    private async Task WriteDownAsync(Actor actor, string place, int cases, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Add(access.Entry(actor, new AccessedRecord(place, null), AccessKind.Payments, $"下载了资金情况表格，含 {cases} 件办件"));
        await db.SaveChangesAsync(cancellation);
    }

    private static Sheet Of(string title, string[] heads, IEnumerable<(string[] Names, MoneyLine Money)> lines) => new(
        title,
        [
            [.. heads, .. MoneyFilter.Accounts.Select(account => $"{MoneyTexts.Of(account)}（元）"), "合计（元）"],
            .. lines.Select(line => (string[])[.. line.Names, .. MoneyFilter.Accounts.Select(account => Yuan(line.Money[account])), Yuan(line.Money.Granted)]),
        ])
    {
        Amounts = Enumerable.Range(heads.Length, MoneyFilter.Accounts.Count + 1).ToHashSet(),
    };

    private static string Yuan(Money money) => (money.Fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}

internal static class MoneyTexts
{
    public static string Of(MoneyBy by) => by switch
    {
        MoneyBy.Measure => "政策",
        MoneyBy.City => "市",
        MoneyBy.Source => "资金来源",
        MoneyBy.Month => "月份",
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    public static string Of(LedgerAccount account) => account == LedgerAccount.Advanced ? "预拨未核销" : LedgerTexts.ToChinese(account);
}

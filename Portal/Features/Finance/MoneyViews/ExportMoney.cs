using System.Globalization;
using Portal.Access;
using Portal.Domain.Ledger;
using Portal.Domain.Values;
using Portal.Tables;

namespace Portal.Features.Finance.MoneyViews;

/// <summary>The money tables as a workbook: a sheet by measure, city, budget and month.</summary>
public sealed class ExportMoney(ShowMoney show)
{
    /// <returns>Null when the actor may not look, or the place is not the actor's.</returns>
    public async Task<byte[]?> HandleAsync(Actor actor, MoneyFilter filter, CancellationToken cancellation = default)
    {
        var sheets = new List<Sheet>();
        foreach (var by in Enum.GetValues<MoneyBy>())
        {
            if (await show.HandleAsync(actor, filter, by, cancellation) is not { } table) return null;
            sheets.Add(new Sheet(MoneyTexts.Of(by), [Heading(by), .. table.Lines.Append(table.Total).Select(Row)]));
        }

        return WorkbookWriter.Write(sheets);
    }

    private static string[] Heading(MoneyBy by) => [MoneyTexts.Of(by), .. MoneyFilter.Accounts.Select(account => $"{MoneyTexts.Of(account)}（元）"), "合计（元）"];

    private static string[] Row(MoneyLine line) => [line.Name, .. MoneyFilter.Accounts.Select(account => Yuan(line[account])), Yuan(line.Granted)];

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

using Portal.Domain.Values;
using Portal.Tables;

namespace Portal.Features.Finance.BankReports;

/// <summary>The bank's answer as a table, .csv or .xlsx; columns are found by their headings.</summary>
internal static class BankReportTable
{
    private static readonly TableColumn[] Columns = [new("端到端编号"), new("结果"), new("原因"), new("流水号"), new("日期"), new("金额")];

    private enum At
    {
        Id,
        Result,
        Reason,
        Reference,
        Day,
        Amount,
    }

    /// <param name="tell">Takes what is to be known of how the table was read, once it was.</param>
    public static IEnumerable<PaymentStatusReport> Read(Stream file, Action<string> tell, CancellationToken cancellation)
    {
        using var cells = TableFile.Open(file, TableLimits.BankReport, cancellation);
        using var table = HeadedTable.Open(cells, Columns, (int)At.Id, heading => heading.Has((int)At.Id) && heading.Has((int)At.Result), NoHeading, NoHeading, cancellation);
        while (table.Read())
        {
            string Cell(At column) => PlainText.Trim(table.Cell((int)column));
            yield return new PaymentStatusReport.OfLine(
                PlainText.Compact(Cell(At.Id)) is { Length: > 0 } id ? id : throw Bad(table, At.Id, "不能为空"),
                BankStatusCodes.OfWord(PlainText.Compact(Cell(At.Result))) ?? throw Bad(table, At.Result, "只能是成功、失败、处理中或退汇"),
                NullIfEmpty(Cell(At.Reason)),
                NullIfEmpty(Cell(At.Reference)),
                Cell(At.Day) is not { Length: > 0 } day ? null : DayText.TryRead(day, out var read) ? read : throw Bad(table, At.Day, "不是日期，例如 2020-11-24"),
                Cell(At.Amount) is not { Length: > 0 } amount ? null
                    : Money.TryParse(PlainText.Amount(PlainText.Compact(amount).Replace(",", "", StringComparison.Ordinal)), out var money) ? money
                    : throw Bad(table, At.Amount, "不是金额，例如 432.54"));
        }

        if (table.Told.Length > 0) tell(table.Told);
    }

    private static string NoHeading => $"没有找到“{Columns[(int)At.Id].Name}”和“{Columns[(int)At.Result].Name}”两列，请对照列名检查；也可以上传银行的 pain.002 文件。";

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static BankReportUnreadableException Bad(HeadedTable table, At column, string why) =>
        new($"第 {table.Row} 行的“{Columns[(int)column].Name}”{why}。整份文件没有采用，请改正后再上传。");
}

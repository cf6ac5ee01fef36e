using System.Globalization;
using Portal.Domain.Values;
using Portal.Tables;

namespace Portal.Features.Finance.BankReports;

/// <summary>The bank's answer as a table, .csv (UTF-8 or GB18030) or .xlsx; columns are found by their headings.</summary>
internal static class BankReportTable
{
    private const string Id = "端到端编号";
    private const string Result = "结果";
    private const string Reason = "原因";
    private const string Reference = "流水号";
    private const string Day = "日期";
    private const string Amount = "金额";

    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy年M月d日"];

    public static IEnumerable<PaymentStatusReport> Read(Stream file)
    {
        using var table = TableFile.Open(file);
        var columns = Columns(table);
        for (var row = 2; table.Read(); row++)
        {
            if (TableFile.IsBlank(table)) continue;
            string Cell(string name) => columns.TryGetValue(name, out var column) ? PlainText.Trim(table.Cell(column)) : "";
            yield return new PaymentStatusReport.OfLine(
                PlainText.Compact(Cell(Id)) is { Length: > 0 } id ? id : throw Bad(row, Id, "不能为空"),
                BankStatusCodes.OfWord(PlainText.Compact(Cell(Result))) ?? throw Bad(row, Result, "只能是成功、失败、处理中或退汇"),
                NullIfEmpty(Cell(Reason)),
                NullIfEmpty(Cell(Reference)),
                Cell(Day) is not { Length: > 0 } day ? null
                    : DateOnly.TryParseExact(PlainText.Compact(day), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
                    : throw Bad(row, Day, "不是日期，例如 2020-11-24"),
                Cell(Amount) is not { Length: > 0 } amount ? null
                    : Money.TryParse(PlainText.Compact(amount).Replace(",", "", StringComparison.Ordinal), out var money) ? money
                    : throw Bad(row, Amount, "不是金额，例如 432.54"));
        }
    }

    private static Dictionary<string, int> Columns(ITable table)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        if (table.Read())
            for (var i = 0; i < table.Width; i++)
                columns.TryAdd(PlainText.Compact(table.Cell(i)), i);
        if (!columns.ContainsKey(Id) || !columns.ContainsKey(Result))
            throw new BankReportUnreadableException($"没有找到“{Id}”和“{Result}”两列。第一行要是列名；也可以上传银行的 pain.002 文件。");
        return columns;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static BankReportUnreadableException Bad(int row, string column, string why) =>
        new($"第 {row} 行的“{column}”{why}。整份文件没有采用，请改正后再上传。");
}

using System.Globalization;
using Portal.Domain.Measures;
using Portal.Domain.Values;

namespace Portal.Domain.Screening;

/// <summary>Reads single cells of a roster; null for a blank one, and the first fault is kept with its column.</summary>
/// <remarks>Blanks around a value, full-width digits and thousands separators are read (measures.md, screening).</remarks>
internal ref struct CellReader
{
    private const int MonthsOfAYear = 12;

    /// <summary>The first fault met, naming the column; empty while there is none.</summary>
    public string Fault { get; private set; }

    public readonly bool IsSound => string.IsNullOrEmpty(Fault);

    public void Refuse(string column, string why)
    {
        if (IsSound) Fault = Told(column, why);
    }

    public static string Told(string column, string why) => $"“{column}”{why}";

    public int? Count(string cell, string column)
    {
        var text = PlainText.Whole(Number(cell));
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Rules.CountFact.Max) return count;
        Refuse(column, text[0] == '-' ? "不能是负数" : "不是整数");
        return null;
    }

    public int? Months(string cell, string column)
    {
        var months = Count(cell, column);
        if (months > MonthsOfAYear) Refuse(column, "不能超过12个月");
        return months;
    }

    public Money? Money(string cell, string column)
    {
        var text = PlainText.Amount(Number(cell));
        if (text.Length == 0) return null;
        if (Values.Money.TryParse(text, out var money)) return money;
        Refuse(column, text[0] == '-' ? "不能是负数" : "不是金额（最多两位小数）");
        return null;
    }

    public string? Size(string cell, string column)
    {
        var text = PlainText.Compact(cell);
        switch (text)
        {
            case "": return null;
            case "大型": return StabilizationRefund.Large;
            case "中型": return StabilizationRefund.Medium;
            case "小型": return StabilizationRefund.Small;
            case "微型": return StabilizationRefund.Micro;
        }

        Refuse(column, "应为大型、中型、小型或微型");
        return null;
    }

    public bool? YesNo(string cell, string column)
    {
        var text = PlainText.Compact(cell);
        if (text.Length == 0) return null;
        if (text is "是" or "否") return text == "是";
        Refuse(column, "应为“是”或“否”");
        return null;
    }

    private static string Number(string cell) => PlainText.Compact(cell).Replace(",", "", StringComparison.Ordinal);
}

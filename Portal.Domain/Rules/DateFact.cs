using System.Globalization;
using Portal.Domain.Values;

namespace Portal.Domain.Rules;

public sealed class DateFact(FactList list, string name, string label, string help)
    : Fact(FactType.Date, list, name, label, "", help)
{
    /// <summary>How many years before today it may lie: a working life where nothing else is said.</summary>
    public int YearsBack { get; init; } = 60;

    /// <summary>How many years after today it may lie: what has come to pass lies in none.</summary>
    public int YearsAhead { get; init; }

    public override string Bounds => YearsAhead == 0 ? "不晚于今天。" : "";

    public override string Explain => $"“{Label}”请填写日期，例如 2020-11-16。";

    internal override string? Doubt(string text, FactValue value, DateOnly today)
    {
        var day = DateOnly.FromDayNumber((int)value.A);
        var (first, last) = (today.AddYears(-YearsBack), today.AddYears(YearsAhead));
        return day > last ? YearsAhead == 0 ? $"“{Label}”不能晚于今天（{ToChinese(today)}），请核对。" : $"“{Label}”不能晚于{ToChinese(last)}，请核对。"
            : day < first ? $"“{Label}”不能早于{ToChinese(first)}，请核对。" : null;
    }

    internal override bool TryRead(string text, out FactValue value)
    {
        var read = IsoDate.TryParse(text, out var day);
        value = FactValue.Of(day.DayNumber);
        return read;
    }

    internal override string Write(FactValue value) => IsoDate.Write(DateOnly.FromDayNumber((int)value.A));

    internal override string Show(FactValue value) => ToChinese(DateOnly.FromDayNumber((int)value.A));

    private static string ToChinese(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}

/// <summary>A calendar month, such as a payroll month; counted as months since year 0.</summary>
public sealed class MonthFact(FactList list, string name, string label, string help)
    : Fact(FactType.Month, list, name, label, "", help)
{
    /// <summary>How many years before today it may lie: the notice is of 2020, and a claim of its months comes no later than this.</summary>
    private const int YearsBack = 10;

    public override string Bounds => "不晚于本月。";

    public override string Explain => $"“{Label}”请填写年月，例如 2020-11。";

    internal override string? Doubt(string text, FactValue value, DateOnly today)
    {
        var (month, now) = (new Month((int)value.A), new Month(today.Year, today.Month));
        return month > now ? $"“{Label}”不能晚于本月（{now.ToChinese()}），请核对。"
            : month < now + -YearsBack * 12 ? $"“{Label}”不能早于{(now + -YearsBack * 12).ToChinese()}，请核对。" : null;
    }

    internal override bool TryRead(string text, out FactValue value)
    {
        var read = Month.TryParse(text, out var month);
        value = FactValue.Of(month.Index);
        return read;
    }

    internal override string Write(FactValue value) => new Month((int)value.A).ToString();

    internal override string Show(FactValue value) => new Month((int)value.A).ToChinese();
}

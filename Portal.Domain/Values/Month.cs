using System.Globalization;

namespace Portal.Domain.Values;

/// <summary>A calendar month: payroll months and benefit months are counted in it.</summary>
/// <param name="Index">Months since January of year 0.</param>
public readonly record struct Month(int Index) : IComparable<Month>
{
    public Month(int year, int month)
        : this(year * 12 + month - 1)
    {
    }

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    public DateOnly FirstDay => new(Index / 12, Index % 12 + 1, 1);

    public static Month operator +(Month month, int months) => new(month.Index + months);

    public static bool operator <(Month a, Month b) => a.Index < b.Index;

    public static bool operator >(Month a, Month b) => a.Index > b.Index;

    public static bool operator <=(Month a, Month b) => a.Index <= b.Index;

    public static bool operator >=(Month a, Month b) => a.Index >= b.Index;

    /// <summary>Reads <c>2020-11</c>, in the years 1900 to 2200.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (!IsoDate.TryParse(text + "-01", out var day)) return false;
        month = new Month(day.Year, day.Month);
        return true;
    }

    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    public string ToChinese() => FirstDay.ToString("yyyy年M月", CultureInfo.InvariantCulture);

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

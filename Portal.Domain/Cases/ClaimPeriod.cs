using System.Globalization;

namespace Portal.Domain.Cases;

/// <summary>For when a benefit is claimed, as text that the database keeps unique (R12).</summary>
public static class ClaimPeriod
{
    /// <summary>A benefit that a person may bring only a single time, such as the hiring grant.</summary>
    public const string Once = "once";

    internal const string TrainingPrefix = "t:";

    /// <param name="number">The number the training is filed under, 18 characters at most.</param>
    public static string Training(string number) => TrainingPrefix + number;

    public static string Year(DateOnly asOf) => asOf.Year.ToString("0000", CultureInfo.InvariantCulture);

    public static IEnumerable<string> Months(DateOnly first, int count) => Enumerable.Range(0, count).Select(n => Month(first.AddMonths(n)));

    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>2020-11</c> as the first of that month.</summary>
    public static bool TryParseMonth(string? text, out DateOnly first) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out first) && first.Year is >= 2000 and <= 2200;

    public static string ToChinese(string period) =>
        period == Once ? "一次性"
        : period.StartsWith(TrainingPrefix, StringComparison.Ordinal) ? $"备案号为{period[TrainingPrefix.Length..]}的培训"
        : TryParseMonth(period, out var month) ? month.ToString("yyyy年M月", CultureInfo.InvariantCulture) : period + "年度";
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Values;

/// <summary>A number of months as people write it in years: 半年, 3年, 一年半, 2年6个月.</summary>
public static partial class MonthsText
{
    private const string Digits = "零一二三四五六七八九十";

    /// <param name="text">Without blanks, the unit at its end taken off or not.</param>
    /// <returns>Whether the text speaks of years; a bare number does not.</returns>
    public static bool TryRead(string text, out int months)
    {
        months = 6;
        if (text == "半年") return true;
        if (Shape().Match(text) is not { Success: true } shape || Number(shape.Groups["years"].Value) is not { } years) return false;
        int? rest = shape.Groups["half"].Success ? 6 : shape.Groups["months"].Success ? Number(shape.Groups["months"].Value) : 0;
        months = years * 12 + (rest ?? 0);
        return rest is not null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : text == "两" ? 2
        : text.Length == 1 && Digits.IndexOf(text[0], StringComparison.Ordinal) is > 0 and var digit ? digit : null;

    [GeneratedRegex(@"^(?<years>\d{1,3}|[一二两三四五六七八九十])(?:年|周年)(?:(?<half>半)|(?:零|又)?(?<months>\d{1,2}|[一二两三四五六七八九十])(?:个月)?)?$")]
    private static partial Regex Shape();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Values;

/// <summary>A day as tables hold it: 2020-11-24, 2020/11/24, 2020.11.24, 2020年11月24日, 20201124, with a time of day or without, and the serial number of a spreadsheet.</summary>
/// <remarks>Day and month the other way round are not guessed at.</remarks>
public static partial class DayText
{
    /// <summary>The numbers of the days that a spreadsheet shows as dates of our time, where a cell has lost its format.</summary>
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;

    public static bool TryRead(string? text, out DateOnly day)
    {
        var compact = PlainText.Compact(WithoutTime(PlainText.Trim(text)));
        if (Serial(compact) is { } serial)
        {
            day = DateOnly.FromDateTime(DateTime.FromOADate(serial));
            return true;
        }

        day = default;
        return Shape().Match(compact) is { Success: true } shape
            && IsoDate.TryParse($"{shape.Groups[1]}-{shape.Groups[2].Value.PadLeft(2, '0')}-{shape.Groups[3].Value.PadLeft(2, '0')}", out day);
    }

    private static string WithoutTime(string text) => TimeOfDay().Match(text) is { Success: true, Index: > 0 } time ? text[..time.Index] : text;

    private static int? Serial(string compact)
    {
        var whole = compact.IndexOf('.', StringComparison.Ordinal) is 5 and var point ? compact[..point] : compact;
        return whole.Length == 5 && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial ? serial : null;
    }

    // Eight digits, or parts that a sign tells from each other.
    [GeneratedRegex(@"^(\d{4})(?:[-/.年](?=.*[-/.月])|(?=\d{4}$))(\d{1,2})[-/.月]?(\d{1,2})日?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"[ T\u3000](?:上午|下午)?\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?$")]
    private static partial Regex TimeOfDay();
}

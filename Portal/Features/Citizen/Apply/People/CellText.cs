using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>Reads what stands in a spreadsheet's cell into what the form would hold; what cannot be read stays as it was written.</summary>
internal static partial class CellText
{
    /// <summary>The numbers of the days that Excel shows as dates of our time, where a cell has lost its format.</summary>
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;

    /// <returns>The canonical text where the cell can be read, else what stands there.</returns>
    public static string Read(Fact fact, string text) => fact switch
    {
        DateFact => ReadDay(text) ?? PlainText.Trim(text),
        MonthFact => ReadMonth(text) ?? PlainText.Trim(text),
        _ => TypedFacts.ReadOne(fact, text) ?? PlainText.Trim(text),
    };

    /// <returns><c>2020-11</c>, or null.</returns>
    public static string? ReadMonth(string text) =>
        ReadDay(text) is { } day ? day[..7]
        : MonthShape().Match(PlainText.Compact(text)) is { Success: true } shape && Month.TryParse($"{shape.Groups["year"]}-{shape.Groups["month"].Value.PadLeft(2, '0')}", out var read)
            ? read.ToString() : null;

    /// <returns><c>2020-11-16</c>, or null.</returns>
    public static string? ReadDay(string text)
    {
        var compact = PlainText.Compact(text);
        if (int.TryParse(compact, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
            return Write(DateTime.FromOADate(serial));
        return DayShape().Match(compact) is { Success: true } day
            && DateTime.TryParseExact($"{day.Groups[1]}-{day.Groups[2]}-{day.Groups[3]}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? Write(read) : null;
    }

    private static string Write(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // 2020.1 is left unread: Excel makes it of 2020.10 too.
    [GeneratedRegex(@"^(?<year>\d{4})(?:[-/年](?<month>\d{1,2})月?|\.?(?<month>\d{2}))$")]
    private static partial Regex MonthShape();

    // Eight digits, or parts that a sign tells from each other.
    [GeneratedRegex(@"^(\d{4})(?:[-/.年](?=.*[-/.月])|(?=\d{4}$))(\d{1,2})[-/.月]?(\d{1,2})日?$")]
    private static partial Regex DayShape();
}

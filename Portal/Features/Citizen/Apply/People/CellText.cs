using System.Text.RegularExpressions;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>Reads what stands in a spreadsheet's cell into what the form would hold; what cannot be read stays as it was written.</summary>
internal static partial class CellText
{
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
    public static string? ReadDay(string text) => DayText.TryRead(text, out var day) ? IsoDate.Write(day) : null;

    // 2020.1 is left unread: Excel makes it of 2020.10 too.
    [GeneratedRegex(@"^(?<year>\d{4})(?:[-/年](?<month>\d{1,2})月?|\.?(?<month>\d{2}))$")]
    private static partial Regex MonthShape();
}

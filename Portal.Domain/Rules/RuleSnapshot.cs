using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Domain.Calendar;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>Everything dated that a measure could read for a place: enough to decide again without the book it came from.</summary>
/// <remarks>
/// All rows of the measure's keys for the place, its city and the province, whatever their dates: a measure also reads by
/// other days than the assessment's. All years of the calendar, for a training may have started in any of them.
/// </remarks>
public sealed class RuleSnapshot
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private RuleSnapshot(IReadOnlyList<ParameterRow> rows, IReadOnlyList<CalendarYear> years) => (Rows, Years) = (rows, years);

    public IReadOnlyList<ParameterRow> Rows { get; }

    public IReadOnlyList<CalendarYear> Years { get; }

    public static RuleSnapshot Of(Measure measure, Rulebook book, string region)
    {
        var keys = measure.Parameters.Select(parameter => parameter.Key).Append(SharedParameters.PaymentDueWorkingDays.Key).ToHashSet(StringComparer.Ordinal);
        var places = RegionDirectory.Chain(region).ToHashSet(StringComparer.Ordinal);
        // A stable sort: rows that the book tells apart by their order alone keep it.
        var rows = book.Parameters.Rows.Where(row => keys.Contains(row.Key) && places.Contains(row.Region))
            .OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Region, StringComparer.Ordinal).ThenBy(row => row.From);
        var years = book.Calendar.Years.Select(year => book.Calendar.Find(year)!);
        return new RuleSnapshot([.. rows], [.. years.Select(year => new CalendarYear(year.Year, [.. year.Holidays.Order()], [.. year.Workdays.Order()]))]);
    }

    /// <exception cref="InvalidDataException">The text is not one that <see cref="Write"/> made.</exception>
    public static RuleSnapshot Read(string text)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(text) ?? throw new InvalidDataException("A snapshot of rules is empty.");
            return new RuleSnapshot(
                [.. content.Rows.Select(row => new ParameterRow(row.Key, row.Region, IsoDate.Parse(row.From), row.To is { } to ? IsoDate.Parse(to) : null, row.Value, row.Status, row.Source))],
                [.. content.Years.Select(year => new CalendarYear(year.Year, [.. year.Holidays.Select(IsoDate.Parse)], [.. year.Workdays.Select(IsoDate.Parse)]))]);
        }
        catch (Exception broken) when (broken is JsonException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("A snapshot of rules cannot be read.", broken);
        }
    }

    /// <summary>The one text that equal snapshots share, whatever order their rows and days came in.</summary>
    public string Write() => JsonSerializer.Serialize(
        new Content(
            [.. Rows.Select(row => new StoredRow(row.Key, row.Region, IsoDate.Write(row.From), row.To is { } to ? IsoDate.Write(to) : null, row.Value, row.Status, row.Source))],
            [.. Years.Select(year => new StoredYear(year.Year, [.. year.Holidays.Select(IsoDate.Write)], [.. year.Workdays.Select(IsoDate.Write)]))]),
        Options);

    public Rulebook ToRulebook() => new(new ParameterBook(Rows), new WorkingDayCalendar(Years));

    // The stored form has names of its own, so that a row may gain members without every stored text becoming another.
    private sealed record Content(IReadOnlyList<StoredRow> Rows, IReadOnlyList<StoredYear> Years);

    private sealed record StoredRow(string Key, string Region, string From, string? To, string Value, string Status, string Source);

    private sealed record StoredYear(int Year, IReadOnlyList<string> Holidays, IReadOnlyList<string> Workdays);
}

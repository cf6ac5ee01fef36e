using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Values;

namespace Portal.Domain.Calendar;

/// <summary>The days of a text, and the lines that could not be read, each named.</summary>
public sealed record DayList(IReadOnlyList<DateOnly> Days, IReadOnlyList<string> Faults);

/// <summary>Reads lists of days as people write them: <c>2021-02-11~2021-02-17</c>, <c>2月11日至17日</c>, one or several a line.</summary>
public static partial class DayListText
{
    private const int LongestRange = 31;

    /// <summary>A day alone, as it stands in a form field: <c>2020-11-01</c>, <c>2020/11/1</c> or <c>2020年11月1日</c>.</summary>
    public static DateOnly? ReadDay(string? typed) =>
        Day().Match(PlainText.Compact(typed)) is { Success: true } match && match.Groups["y"].Success ? Of(match, null, null) : null;

    /// <param name="year">The year that is meant where none is written.</param>
    public static DayList Read(string? typed, int year)
    {
        var (days, faults) = (new List<DateOnly>(), new List<string>());
        var number = 0;
        foreach (var line in (typed ?? "").Split('\n'))
        {
            number++;
            foreach (var piece in line.Split(['、', ',', '，', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (Range(PlainText.Compact(piece), year) is { } range) days.AddRange(range);
                else faults.Add($"第 {number} 行“{(piece.Length > 30 ? PlainText.Head(piece, 30) + "…" : piece)}”看不懂，请写成 {year}-02-11 或 {year}-02-11~{year}-02-17。");
            }
        }

        return new DayList(days, faults);
    }

    public static string Write(IEnumerable<DateOnly> days)
    {
        var lines = new List<(DateOnly First, DateOnly Last)>();
        foreach (var day in days.Order())
        {
            if (lines.Count > 0 && lines[^1].Last.AddDays(1) == day) lines[^1] = (lines[^1].First, day);
            else lines.Add((day, day));
        }

        return string.Join("\n", lines.Select(line => line.First == line.Last ? $"{line.First:yyyy-MM-dd}" : $"{line.First:yyyy-MM-dd}~{line.Last:yyyy-MM-dd}"));
    }

    private static IEnumerable<DateOnly>? Range(string text, int year)
    {
        var ends = text.Split(['~', '至', '到', '—'], StringSplitOptions.RemoveEmptyEntries);
        if (ends.Length is 0 or > 2 || Day().Match(ends[0]) is not { Success: true } start || Of(start, year, null) is not { } first) return null;
        if (ends.Length == 1) return [first];
        if (Day().Match(ends[1]) is not { Success: true } end || Of(end, first.Year, first.Month) is not { } last) return null;
        var length = last.DayNumber - first.DayNumber + 1;
        return length is >= 1 and <= LongestRange ? Enumerable.Range(0, length).Select(first.AddDays) : null;
    }

    private static DateOnly? Of(Match match, int? year, int? month)
    {
        int? Part(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;
        var (y, m, d) = (Part("y") ?? year, Part("m") ?? month, Part("d"));
        return y is >= 1 && m is >= 1 and <= 12 && d is >= 1 && d <= DateTime.DaysInMonth(y.Value, m.Value) ? new DateOnly(y.Value, m.Value, d.Value) : null;
    }

    [GeneratedRegex(@"^(?:(?:(?<y>\d{4})[-/.年])?(?<m>\d{1,2})[-/.月])?(?<d>\d{1,2})日?$")]
    private static partial Regex Day();
}

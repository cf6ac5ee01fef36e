using Portal.Casework.Rulebooks;
using Portal.Components.Ui;
using Portal.Data.Reference;
using Portal.Domain.Parameters;

namespace Portal.Components.RuleChanges;

/// <summary>How the pages of the parameter book and the calendar call things.</summary>
internal static class RuleChangeTexts
{
    /// <summary>How well a value is sourced: the letters of the book, best first.</summary>
    public static readonly IReadOnlyList<(string Value, string Text)> Statuses =
        [.. "CTSDU".Select(letter => (letter.ToString(), SourceTexts.ReadingOf(letter.ToString())))];

    public static string Of(RuleChangeState state) => state switch
    {
        RuleChangeState.Proposed => "待复核",
        RuleChangeState.Approved => "已生效",
        RuleChangeState.Refused => "未通过",
        RuleChangeState.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Tone ToneOf(RuleChangeState state) => state switch
    {
        RuleChangeState.Proposed => Tone.Warning,
        RuleChangeState.Approved => Tone.Success,
        RuleChangeState.Refused => Tone.Danger,
        _ => Tone.Neutral,
    };

    /// <summary>A canonical text in words; what cannot be read is shown as it stands.</summary>
    public static string Show(Parameter? parameter, string? text) =>
        text is null ? "停止执行" : parameter?.TryParse(text, out var value) == true ? parameter.Show(value) : text;

    /// <summary>What holds where and when a line begins, as things stand: the place's own, or the one it follows.</summary>
    public static string Before(LoadedRules loaded, Parameter? parameter, BookEntry entry) =>
        loaded.Rules.Parameters.FindRow(entry.Key, entry.Region, entry.From) is { } row
            ? $"{Show(parameter, row.Value)}（{loaded.Regions.FullName(row.Region)}，{Period(row.From, row.To)}）" : "没有标准";

    /// <summary>Days of one year, in words: 1月1日至3日、2月15日.</summary>
    public static string Days(IEnumerable<DateOnly> days)
    {
        var spans = new List<(DateOnly First, DateOnly Last)>();
        foreach (var day in days.Order())
        {
            if (spans.Count > 0 && spans[^1].Last.AddDays(1) == day) spans[^1] = (spans[^1].First, day);
            else spans.Add((day, day));
        }

        return string.Join("、", spans.Select(span => $"{span.First:M月d日}{(span.First == span.Last ? "" : span.First.Month == span.Last.Month ? $"至{span.Last:%d}日" : $"至{span.Last:M月d日}")}"));
    }

    public static string Period(DateOnly from, DateOnly? to) => to is { } last ? $"{from:yyyy年M月d日} 至 {last:yyyy年M月d日}" : $"{from:yyyy年M月d日} 起";
}

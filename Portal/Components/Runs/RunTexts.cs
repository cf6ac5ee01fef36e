using Portal.Components.Ui;
using Portal.Data.Screening;
using Portal.Domain.Screening;

namespace Portal.Components.Runs;

/// <summary>What people read for states and outcomes.</summary>
internal static class RunTexts
{
    public static Tone ToneOf(RunState state) => state switch
    {
        RunState.Failed => Tone.Danger,
        _ when RunTransitions.IsReleased(state) => Tone.Success,
        _ => Tone.Info,
    };

    public static string ToChinese(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Automatic => "免申即享",
        RowOutcome.Eligible => "需申请",
        RowOutcome.Ineligible => "不符合",
        RowOutcome.Incomplete => "信息不全",
        RowOutcome.Rejected => "无法识别",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static Tone ToneOf(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Automatic => Tone.Success,
        RowOutcome.Eligible => Tone.Info,
        RowOutcome.Rejected => Tone.Danger,
        RowOutcome.Incomplete => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static string ToChinese(ObjectionState state) => state switch
    {
        ObjectionState.Open => "有异议，待核实",
        ObjectionState.Upheld => "异议成立",
        ObjectionState.Dismissed => "异议不成立",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Tone ToneOf(ObjectionState state) => state switch
    {
        ObjectionState.Open => Tone.Warning,
        ObjectionState.Upheld => Tone.Danger,
        _ => Tone.Neutral,
    };

    /// <summary>A span as people say it; at least a second.</summary>
    public static string Span(TimeSpan span) => span.TotalMinutes >= 1 ? $"{(int)span.TotalMinutes} 分 {span.Seconds} 秒" : $"{Math.Max(1, (int)Math.Ceiling(span.TotalSeconds))} 秒";
}

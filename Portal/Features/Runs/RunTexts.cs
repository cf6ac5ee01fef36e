using Portal.Components.Ui;
using Portal.Domain.Screening;

namespace Portal.Features.Runs;

/// <summary>What people read for states and outcomes.</summary>
internal static class RunTexts
{
    /// <summary>The sizes as a roster writes them.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> Sizes = ["大型", "中型", "小型", "微型"];

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

    public static string ToChinese(FirmChange change) => change switch
    {
        FirmChange.New => "新增",
        FirmChange.Gone => "减少",
        FirmChange.Changed => "有变",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    public static string ToChinese(UploadProblem problem, int maxMb) => problem switch
    {
        UploadProblem.NotAllowed => "只有本地区的经办人员可以上传名册。",
        UploadProblem.AsOf => "“评估日期”无效，或者那一年的节假日安排不在日历中。请改一个日期，例如 2020-11-16，再选一次文件。",
        UploadProblem.Empty => "“名册文件”还没有选择，或者文件是空的。请选择 CSV 或 .xlsx 名册。",
        UploadProblem.TooLarge => $"“名册文件”超过 {maxMb} MB。请按地区拆成几份，分别上传。",
        UploadProblem.Broken => "上传中断，文件没有收全。请再上传一次。",
        UploadProblem.Stale => "页面打开太久，请再选一次文件上传。",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };

    /// <summary>A span as people say it; at least a second.</summary>
    public static string Span(TimeSpan span) => span.TotalMinutes >= 1 ? $"{(int)span.TotalMinutes} 分 {span.Seconds} 秒" : $"{Math.Max(1, (int)Math.Ceiling(span.TotalSeconds))} 秒";

    public static string When(DateTimeOffset at) => at.ToOffset(Casework.Time.BusinessClock.ChinaStandardTime).ToString("yyyy年M月d日 HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public static string Day(DateOnly? day) => day?.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

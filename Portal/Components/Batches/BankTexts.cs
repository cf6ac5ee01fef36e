using Portal.Components.Ui;
using Portal.Data.Batches;
using Portal.Domain.Batches;

namespace Portal.Components.Batches;

/// <summary>What people read for batches, their lines and the bank's reports.</summary>
internal static class BankTexts
{
    public static string ToChinese(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.Applied => "已采用",
        ReportOutcome.Repeated => "重复，没有变化",
        ReportOutcome.Disputed => "有出入，待核实",
        ReportOutcome.Foreign => "不是本系统的",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static Tone ToneOf(BatchState state) => state switch
    {
        BatchState.Proposed or BatchState.Ready => Tone.Warning,
        BatchState.Answered or BatchState.Closed => Tone.Success,
        BatchState.Cancelled => Tone.Neutral,
        _ => Tone.Info,
    };

    /// <summary>Where a line stands; in transit it says whether the bank can know of it yet.</summary>
    public static string ToChinese(LineState state, BatchState batch) =>
        state == LineState.Sent && !BatchTransitions.IsWithBank(batch) ? "待导出给银行" : LineTransitions.ToChinese(state);

    public static Tone ToneOf(LineState state) => state switch
    {
        LineState.Paid => Tone.Success,
        LineState.Refused or LineState.Returned => Tone.Danger,
        LineState.Dropped => Tone.Neutral,
        LineState.Unknown => Tone.Warning,
        _ => Tone.Info,
    };

    public static Tone ToneOf(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.Applied => Tone.Success,
        ReportOutcome.Disputed => Tone.Danger,
        ReportOutcome.Foreign => Tone.Warning,
        _ => Tone.Neutral,
    };
}

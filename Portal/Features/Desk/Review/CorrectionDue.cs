using System.Globalization;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Domain.Deadlines;
using Portal.Domain.Values;

namespace Portal.Features.Desk.Review;

/// <summary>The day by which an applicant is to answer, from the number of working days that staff typed.</summary>
public sealed class CorrectionDue(RulebookSource rulebooks, CorrectionOptions options, BusinessClock clock)
{
    public const string DaysField = "correction-days";

    /// <param name="typed">Blank for the setting's number.</param>
    /// <returns>The day, or what to put right. No day where the next year's holidays are not published: then nothing is counted.</returns>
    public async Task<(DateOnly? Due, StepResult? Fault)> ReadAsync(string? typed, CancellationToken cancellation)
    {
        var text = PlainText.Compact(typed);
        var days = options.WorkingDays;
        if (text.Length > 0 && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days is < CorrectionTerm.AtLeast or > CorrectionTerm.AtMost))
            return (null, StepResult.Wrong(DaysField, $"请填写给申请人几个工作日补正，{CorrectionTerm.AtLeast} 到 {CorrectionTerm.AtMost} 的整数；不填就是 {options.WorkingDays} 个。"));
        return (CorrectionTerm.From((await rulebooks.RulesAsync(cancellation)).Calendar, clock.Today, days), null);
    }

    /// <summary>As the history and the message have it; empty where no day is counted.</summary>
    public static string InWords(DateOnly? due) => due is { } day ? $"，请在 {day:yyyy年M月d日} 前提交" : "";
}

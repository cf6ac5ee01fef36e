using Portal.Casework.Decisions;
using Portal.Data.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Desk.Replay;

/// <param name="Number">From 1, in the order they were made.</param>
public sealed record DecisionLine(int Number, Guid Id, DateTimeOffset At, DecisionOccasion Occasion, Outcome Outcome, Money? Amount, string RuleVersion);

/// <summary>The decisions of a case in time and one of them beside now.</summary>
/// <param name="Chosen">Null for a case that was decided before decisions were kept.</param>
public sealed record ReplayView(
    string No, string Applicant, string MeasureName, string Place, IReadOnlyList<DecisionLine> Decisions, ChosenDecision? Chosen, DateOnly Today);

/// <param name="Result">What deciding again by the old rules came to just now.</param>
/// <param name="Comparison">Then beside now; null where one of the two cannot be worked out.</param>
/// <param name="ByToday">Whether now is judged by today instead of the day the case was judged by.</param>
public sealed record ChosenDecision(DecisionLine Line, DateOnly AsOf, ReplayResult Result, Comparison? Comparison, bool ByToday);

internal static class OccasionTexts
{
    public static string ToChinese(this DecisionOccasion occasion) => occasion switch
    {
        DecisionOccasion.Submitted => "提交申请",
        DecisionOccasion.Corrected => "提交补正",
        DecisionOccasion.Proposed => "拟同意",
        DecisionOccasion.Released => "免申即享放行",
        DecisionOccasion.Redetermined => "重新核定",
        _ => throw new ArgumentOutOfRangeException(nameof(occasion)),
    };

    public static string ToChinese(this Outcome outcome) => outcome switch
    {
        Outcome.Eligible => "符合条件",
        Outcome.Ineligible => "暂不符合",
        _ => "信息不全",
    };
}

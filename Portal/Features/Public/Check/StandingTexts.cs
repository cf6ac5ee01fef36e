using Portal.Components.Rules;
using Portal.Domain.Entitlements;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Public.Check;

/// <summary>Where someone stands with a measure, in sentences: why, what would change it, and when it turns.</summary>
internal static class StandingTexts
{
    public static string Status(Standing standing) => standing.Outcome switch
    {
        Outcome.Eligible when standing.Assessment.PendingParameters.Count > 0 => "金额待市级细则",
        Outcome.Eligible => "能享受",
        Outcome.Ineligible => "不符合",
        _ => "可能享受",
    };

    /// <summary>What there is to get for certain.</summary>
    public static Money Total(IReadOnlyList<Standing> standings) =>
        Money.Sum(standings.Where(standing => standing.Outcome == Outcome.Eligible).Select(standing => standing.Assessment.Amount ?? Money.Zero));

    /// <summary>How much there is to get, said in one breath.</summary>
    public static string Brief(IReadOnlyList<Standing> standings)
    {
        int Count(Outcome outcome) => standings.Count(standing => standing.Outcome == outcome);
        return $"能享受{Count(Outcome.Eligible)}项，合计{Total(standings).ToChinese()}；可能享受{Count(Outcome.Incomplete)}项；不符合{Count(Outcome.Ineligible)}项。";
    }

    public static IEnumerable<string> Sentences(Standing standing) =>
        [.. Reasons(standing), .. standing.ForecastChange is { } turn ? [OutcomeForecast(turn)] : Array.Empty<string>()];

    private static IEnumerable<string> Reasons(Standing standing)
    {
        var assessment = standing.Assessment;
        if (standing.Outcome == Outcome.Eligible && assessment.Automatic) yield return "免申即享：不用申请，由经办机构核对后直接发放。";
        if (standing.Outcome == Outcome.Eligible && assessment.PendingParameters.Count > 0) yield return "条件都满足，当地还没有公布标准，金额出台后确定。";
        if (standing.Outcome == Outcome.Incomplete) yield return $"还要知道：{string.Join("、", assessment.MissingLabels(standing.Measure))}。";
        if (standing.Expected is { } expected) yield return $"如果都符合，可以领{expected.ToChinese()}。";
        if (standing.Outcome != Outcome.Ineligible) yield break;

        var gates = string.Join("、", standing.Changes.Where(change => change.Gate is not null).Select(change => $"“{change.Gate!.Label}”").Distinct());
        var others = standing.Changes.Where(change => change.Gate is null).Select(change => change.Remedy.ToChinese()).ToArray();
        if (gates.Length > 0)
        {
            yield return $"您没有选{gates}。选了它{string.Concat(others.Select(other => $"，并且{other}"))}，就可能符合。";
            yield break;
        }

        yield return assessment.Unmet.Any(condition => condition.Id == "offered")
            ? "这项政策现在不在执行期内。"
            : $"没有满足：{string.Concat(assessment.Unmet.Select(condition => condition.Text))}";
        if (others.Length > 0) yield return $"如果{string.Join("，并且", others)}，就可能符合。";
    }

    private static string OutcomeForecast(ForecastChange turn)
    {
        var from = turn.Day.ToChinese() + "起" + (turn.After is { } months ? $"（{months}个月之后）" : "");
        var last = turn.Day.AddDays(-1).ToChinese();
        return (turn.Before.Outcome, turn.Then.Outcome) switch
        {
            (Outcome.Eligible, Outcome.Ineligible) => $"请在{last}前（含当天）申请，{from}就不符合了。",
            (Outcome.Incomplete, Outcome.Ineligible) => $"要申请请在{last}前（含当天），{from}就不符合了。",
            (Outcome.Eligible, _) => turn.Then.Amount is { } amount ? $"{from}，金额变为{amount.ToChinese()}。" : $"{from}，金额要等当地公布新的标准。",
            (_, Outcome.Eligible) => $"如果情况不变，{from}就符合了{(turn.Then.Amount is { } then ? $"，可以领{then.ToChinese()}" : "")}。",
            _ => $"如果情况不变，{from}就可能符合了。",
        };
    }
}

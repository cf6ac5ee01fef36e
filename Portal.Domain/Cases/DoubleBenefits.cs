namespace Portal.Domain.Cases;

/// <summary>A benefit as it is claimed or held.</summary>
/// <param name="Subject">Who benefits: the blind index of a resident ID, or a credit code. Never shown.</param>
/// <param name="CaseNo">The case that claims it; null while there is none yet, or where it may not be named.</param>
public sealed record ClaimedBenefit(string Measure, string Subject, ClaimSpan Span, string? CaseNo);

/// <summary>A benefit that is wanted although another is held that rules it out.</summary>
public sealed record DoubleBenefit(ClaimedBenefit Wanted, ClaimedBenefit Held);

/// <summary>Finds what would be paid twice across a person's or a firm's applications (R12).</summary>
/// <remarks>
/// The same months, post or training never twice; nor two measures that may not be combined. The database keeps one
/// measure's own periods unique besides; what spans two measures only this function sees.
/// </remarks>
public static class DoubleBenefits
{
    /// <summary>The measures whose claims can stand against one: itself, and those it may not be combined with.</summary>
    public static IReadOnlyList<string> MeasuresAgainst(string measure) => [measure, .. NotCombined.With(measure)];

    /// <summary>Every pair of a wanted and a held claim that may not stand together, in an order of its own.</summary>
    public static IReadOnlyList<DoubleBenefit> Find(IEnumerable<ClaimedBenefit> wanted, IEnumerable<ClaimedBenefit> held)
    {
        var bySubject = held.ToLookup(claim => claim.Subject, StringComparer.Ordinal);
        return
        [
            .. wanted.SelectMany(claim => bySubject[claim.Subject].Where(other => Exclude(claim, other)).Select(other => new DoubleBenefit(claim, other)))
                .Distinct()
                .OrderBy(found => found.Wanted.Subject, StringComparer.Ordinal).ThenBy(found => Key(found.Held), StringComparer.Ordinal)
                .ThenBy(found => Key(found.Wanted), StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether two claims rule each other out; the claims of one case never do.</summary>
    public static bool Exclude(ClaimedBenefit one, ClaimedBenefit other) =>
        one.Subject == other.Subject
        && (one.CaseNo is null || one.CaseNo != other.CaseNo)
        && (one.Measure == other.Measure ? one.Span.Repeats(other.Span)
            : NotCombined.Exclusive(one.Measure, other.Measure) is not null
                || (MeasuresAgainst(one.Measure).Contains(other.Measure) && one.Span.Overlaps(other.Span)));

    /// <summary>The reasons in words, one for each case and measure that stands against it, naming the months and what to do.</summary>
    /// <param name="nameOf">The name of a measure by its code.</param>
    public static IReadOnlyList<DoubleBenefitReason> Explain(IEnumerable<DoubleBenefit> found, Func<string, string> nameOf) =>
    [
        .. found.GroupBy(conflict => (Wanted: conflict.Wanted.Measure, Held: conflict.Held.Measure, conflict.Held.CaseNo))
            .Select(group => new DoubleBenefitReason(group.Key.CaseNo, group.Key.Wanted == group.Key.Held
                ? Repeated([.. group], nameOf(group.Key.Held), group.Key.CaseNo)
                : Combined([.. group], nameOf(group.Key.Wanted), nameOf(group.Key.Held), group.Key.CaseNo))),
    ];

    private static string Repeated(DoubleBenefit[] group, string name, string? caseNo) => group[0].Held.Span switch
    {
        ClaimSpan.SingleTime => $"已经申请或领取过{name}{In(caseNo)}，每人只能享受一次。请不要重复申请。",
        ClaimSpan.OfYear => $"{When(group)}的{name}已经申请过或已经发放{In(caseNo)}，同一年度不能重复享受。请等那一件的结果，不必再申请。",
        ClaimSpan.OfTraining => $"{When(group)}已经申请过{name}{In(caseNo)}，同一个培训不能重复享受。请核对备案号。",
        _ => $"{When(group)}已经申请过{name}{In(caseNo)}，同一个月不能重复申请。请改选没有申请过的月份。",
    };

    private static string Combined(DoubleBenefit[] group, string wanted, string held, string? caseNo) =>
        NotCombined.Exclusive(group[0].Wanted.Measure, group[0].Held.Measure) is { } pair
            ? $"已经申请过{held}{In(caseNo)}，和{wanted}只能选一项：{pair.Reason}请先撤回其中一项。"
            : $"{When(group)}已经申请过{held}{In(caseNo)}，和{wanted}不能同时享受，只能选一项。请改选别的月份，或者先撤回其中一项。";

    private static string When(DoubleBenefit[] group) => string.Join("、", group.Select(conflict => conflict.Held.Span).Distinct().Select(span => span.ToChinese()));

    private static string In(string? caseNo) => caseNo is null ? "" : $"（办件 {caseNo}）";

    private static string Key(ClaimedBenefit claim) => $"{claim.Measure} {claim.Span} {claim.CaseNo}";
}

/// <param name="CaseNo">The case that stands against it; null where it may not be named.</param>
public sealed record DoubleBenefitReason(string? CaseNo, string Text);

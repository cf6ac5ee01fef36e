using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Applications;

/// <summary>Months running that the applicant chooses: after they have ended, and not before the right began (R17).</summary>
/// <param name="Months">The fact that tells how many.</param>
/// <param name="Paid">How many of them are paid; only months that are paid are claimed.</param>
/// <param name="First">The fact that names the first month; null where the form asks for it beside the facts.</param>
public sealed record ClaimOfMonths(CountFact Months, Func<FactSet, Terms, int> Paid, MonthFact? First = null) : ClaimRule
{
    /// <summary>Nobody keeps the proof of a month for longer.</summary>
    private const int YearsBack = 3;

    /// <summary>Months before are not paid and so not claimed.</summary>
    public Month? NotBefore { get; init; }

    public Month? NotAfter { get; init; }

    /// <summary>The value that pays a month: before the province had one there was nothing to claim.</summary>
    public Parameter? PaidBy { get; init; }

    /// <summary>The month in which the right began, where a fact tells it.</summary>
    public Func<FactSet, Month?>? Began { get; init; }

    /// <summary>What the form calls the day on which the right began, where no fact tells it.</summary>
    public string? Start { get; init; }

    /// <summary>Whether part of it is paid before the months have ended: then only the first has to have come.</summary>
    public bool IsPaidAhead { get; init; }

    public override bool AsksFirstMonth => First is null;

    public override string? StartLabel => Start;

    public override IReadOnlyList<string> Periods(FactSet facts, Terms terms, ClaimAnswers answers) =>
        FirstOf(facts, answers) is not { } first ? []
        : [.. Running(first, Paid(facts, terms)).Where(period => Month.TryParse(period, out var month) && !(month < NotBefore) && !(month > NotAfter))];

    public override MonthSpan? Claimable(FactSet facts, Terms terms, ClaimAnswers answers)
    {
        var now = Month.Of(terms.AsOf);
        var last = Min(IsPaidAhead ? now : now + -1, NotAfter);
        var first = Max(Max(now + -YearsBack * 12, NotBefore), Max(Began?.Invoke(facts), answers.StartedOn is { } day ? Month.Of(day) : null));
        return new MonthSpan(PaidBy is null ? first : FirstPaid(terms, first, last), last);
    }

    public override ClaimFault? Fault(FactSet facts, Terms terms, ClaimAnswers answers)
    {
        if (Start is not null && answers.StartedOn > terms.AsOf) return new ClaimFault(ClaimPart.Start, $"“{Start}”不能晚于今天，请核对。");
        var span = Claimable(facts, terms, answers)!.Value;
        var (first, months) = (FirstOf(facts, answers), facts[Months]);
        if (span.Count == 0)
            return first is null && months is null ? null : new ClaimFault(first is null ? ClaimPart.Months : ClaimPart.FirstMonth, NoneYet(span));
        if (first is { } from && !span.Contains(from)) return new ClaimFault(ClaimPart.FirstMonth, $"可以申请的月份是{span.ToChinese()}，请改选。{Why}");
        if (IsPaidAhead || months is not { } claimed) return null;
        return first is { } start && claimed > span.Last.Index - start.Index + 1
                ? new ClaimFault(ClaimPart.Months, $"从{start.ToChinese()}起，最多可以申请{span.Last.Index - start.Index + 1}个月（到{span.Last.ToChinese()}），请改少月数。{Why}")
            : claimed > span.Count ? new ClaimFault(ClaimPart.Months, $"最多可以申请{span.Count}个月（{span.ToChinese()}），请改少月数。{Why}")
            : null;
    }

    /// <summary>The last day of the months that are paid for, the fewer where fewer were found in the end than claimed.</summary>
    /// <param name="periods">What a case claims.</param>
    /// <returns>Null where it claims no months.</returns>
    public DateOnly? EndOf(FactSet facts, IEnumerable<string> periods)
    {
        var claimed = periods.Select(period => Month.TryParse(period, out var month) ? month : (Month?)null).OfType<Month>().ToArray();
        if (claimed.Length == 0) return null;
        var (first, last) = (claimed.Min(), claimed.Max());
        if (facts[Months] is { } months && months > 0) last = Min(last, first + (months - 1));
        return (last + 1).FirstDay.AddDays(-1);
    }

    /// <summary>The day from which a month can be claimed: it has ended then.</summary>
    public static DateOnly ClaimableFrom(Month month) => (month + 1).FirstDay;

    /// <summary>The fact that a fault is about; null where the form asks beside the facts.</summary>
    public Fact? FactOf(ClaimPart part) => part switch { ClaimPart.Months => Months, ClaimPart.FirstMonth => First, _ => null };

    private string Why => IsPaidAhead ? "还没有到的月份不能申请。" : "每个月过完以后才能申请。";

    private Month? FirstOf(FactSet facts, ClaimAnswers answers) => First is null ? answers.FirstMonth : facts[First];

    private string NoneYet(MonthSpan span) => span.First > NotAfter ? "这些月份不在补贴的执行期内，不能申请。"
        : $"现在还没有可以申请的月份。{span.First.ToChinese()}的，{(IsPaidAhead ? span.First.FirstDay : ClaimableFrom(span.First)):yyyy年M月d日}起可以申请。";

    // Values are dated by the day, months are paid by the value of their last.
    private Month FirstPaid(Terms terms, Month first, Month last)
    {
        if (first > last) return first;
        var paid = last + 1;
        while (paid > first && terms.Book.Parameters.InForceWhereTheProvinceSetIt(PaidBy!.Key, paid.FirstDay.AddDays(-1))) paid += -1;
        return paid;
    }

    private static Month Max(Month a, Month? b) => b is { } other && other > a ? other : a;

    private static Month? Max(Month? a, Month? b) => a is { } one ? Max(one, b) : b;

    private static Month Min(Month a, Month? b) => b is { } other && other < a ? other : a;
}

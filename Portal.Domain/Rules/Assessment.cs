using Portal.Domain.Values;

namespace Portal.Domain.Rules;

public enum Outcome
{
    Incomplete,
    Eligible,
    Ineligible,
}

/// <summary>What releases an instalment, in the words of the assessment contract.</summary>
public static class Trigger
{
    public const string Approval = "approval";
    public const string ContributionsResume = "contributions-resume";
    public const string PeriodEnd = "period-end";
    public const string TrainingStart = "training-start";
    public const string Halfway = "halfway";
    public const string Acceptance = "acceptance";
    public const string InternshipEnd = "internship-end";

    /// <summary>A month of a benefit that is paid month by month; of the payment plan only, the assessment tells no instalments of it.</summary>
    public const string Monthly = "monthly";

    /// <summary>What comes on top when an entitlement comes out higher than it was granted (补差); of the payment plan only.</summary>
    public const string TopUp = "top-up";

    public static string ToChinese(string trigger) => trigger switch
    {
        Approval => "审核通过后拨付",
        ContributionsResume => "企业恢复缴纳社会保险费后拨付",
        PeriodEnd => "补贴期满后拨付",
        TrainingStart => "开班后预拨",
        Halfway => "培训过半时拨付",
        Acceptance => "验收合格并公示后拨付",
        InternshipEnd => "见习期满后拨付",
        Monthly => "按月发放",
        TopUp => "重新核定后补差",
        _ => trigger,
    };

    /// <summary>Whether what was paid before it is earned by it: until then the earlier instalments are advances (clauses 6, 8, 12, 13).</summary>
    public static bool Settles(string trigger) => trigger is ContributionsResume or PeriodEnd or Acceptance or InternshipEnd;

    /// <summary>What has to happen before an instalment falls due, as it is said of a day; null for what waits for nothing more.</summary>
    public static string? EventOf(string trigger) => trigger switch
    {
        ContributionsResume => "企业恢复缴费",
        PeriodEnd => "补贴期满",
        Halfway => "培训过半",
        Acceptance => "验收合格且公示期满",
        InternshipEnd => "见习期满",
        Monthly => "核对当月领取资格",
        _ => null,
    };
}

/// <summary>A part of the entitlement and what releases it.</summary>
/// <param name="Due">The last day for paying; null where the text sets none.</param>
public readonly record struct Instalment(string Trigger, Money Amount, DateOnly? Due);

/// <summary>Who pays how much of the amount; the parts make the whole.</summary>
public sealed record FundingSplit(Money Central, Money Province, Money City)
{
    /// <summary>Splits by largest remainder, ties in the order centre, province, city (ruling R4).</summary>
    public static FundingSplit Of(Money amount, Parameters.FundingShares shares)
    {
        Rate[] rates = [shares.Central, shares.Province, shares.City];
        var parts = rates.Select(amount.TimesDown).ToArray();
        var left = (amount - parts.Aggregate((sum, part) => sum + part)).Fen;
        // LINQ's ordering is stable, which keeps the order of the budgets among equal remainders.
        foreach (var i in Enumerable.Range(0, 3).OrderByDescending(i => amount.RemainderOf(rates[i])).Take((int)left)) parts[i] += new Money(1);
        return new FundingSplit(parts[0], parts[1], parts[2]);
    }
}

/// <summary>What single measures tell beyond the amount.</summary>
/// <param name="Clawback">What must be paid back; training subsidy.</param>
/// <param name="Monthly">The benefit a month; unemployment insurance.</param>
/// <param name="Months">For how many months; unemployment insurance.</param>
/// <param name="RetentionAdvance">The advance of the employer's insurance subsidy for graduates kept on; internship subsidy.</param>
public readonly record struct AssessmentExtras(Money? Clawback = null, Money? Monthly = null, int? Months = null, Money? RetentionAdvance = null);

/// <summary>One number of the arithmetic behind an amount, with where it comes from.</summary>
/// <param name="Source">The document of a dated value, or who told the fact; null for a result.</param>
/// <param name="Status">How well a dated value is sourced, see <see cref="Parameters.ParameterRow"/>; null for everything else.</param>
/// <param name="Since">The first day a dated value holds; null for everything else, and in cases stored before it was kept.</param>
/// <param name="Clause">The clause that asks for the value or gives the formula, in Chinese numerals.</param>
public sealed record AmountLine(string Label, string Value, string? Source, string? Status = null, DateOnly? Since = null, string? Clause = null);

public sealed record ConditionResult(string Id, Truth Result, string Clause, string Text, IReadOnlyList<ConditionResult> Parts);

/// <summary>A decision without its reasons: what screening a million rows needs.</summary>
public readonly record struct Decision(Outcome Outcome, Money? Amount, bool Automatic);

/// <summary>A decision with everything that explains it, as measures.md sets it out.</summary>
/// <param name="Missing">Names of the facts still needed, sorted; empty unless incomplete.</param>
/// <param name="PendingParameters">Keys of the values the place has not set; eligible, but the amount awaits them (R8).</param>
public sealed record Assessment(
    string Measure,
    Outcome Outcome,
    Money? Amount,
    bool Automatic,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> PendingParameters,
    IReadOnlyList<Instalment> Instalments,
    FundingSplit? Funding,
    AssessmentExtras? Extras,
    IReadOnlyList<ConditionResult> Conditions,
    IReadOnlyList<AmountLine> Arithmetic)
{
    public IEnumerable<ConditionResult> Unmet => Conditions.Where(condition => condition.Result == Truth.Unmet);
}

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

    public static string ToChinese(string trigger) => trigger switch
    {
        Approval => "审核通过后拨付",
        ContributionsResume => "企业恢复缴纳社会保险费后拨付",
        _ => trigger,
    };
}

/// <summary>A part of the entitlement and what releases it.</summary>
/// <param name="Due">The last day for paying; null where the text sets none.</param>
public readonly record struct Instalment(string Trigger, Money Amount, DateOnly? Due);

/// <summary>One number of the arithmetic behind an amount, with where it comes from.</summary>
/// <param name="Source">The document of a dated value, or who told the fact; null for a result.</param>
/// <param name="Status">How well a dated value is sourced, see <see cref="Parameters.ParameterRow"/>; null for everything else.</param>
public sealed record AmountLine(string Label, string Value, string? Source, string? Status = null);

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
    IReadOnlyList<ConditionResult> Conditions,
    IReadOnlyList<AmountLine> Arithmetic)
{
    public IEnumerable<ConditionResult> Unmet => Conditions.Where(condition => condition.Result == Truth.Unmet);
}

using Portal.Domain.Calendar;
using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>What a change of the rulebook does to one applicant: the result before and after.</summary>
/// <param name="Before">Null when it cannot be computed: a deadline without calendar, or an amount too large to hold.</param>
/// <param name="After">Null likewise.</param>
public sealed record RuleEffect(Assessment? Before, Assessment? After)
{
    public bool IsComputable => Before is not null && After is not null;

    /// <summary>Another outcome, amount, plan of instalments, split among budgets or condition. Wording alone is no change.</summary>
    public bool IsChanged => Before is { } was && After is { } now && !(
        was.Outcome == now.Outcome && was.Amount == now.Amount && was.Automatic == now.Automatic && was.Funding == now.Funding && was.Extras == now.Extras
        && was.Missing.SequenceEqual(now.Missing) && was.PendingParameters.SequenceEqual(now.PendingParameters)
        && was.Instalments.SequenceEqual(now.Instalments) && Flat(was.Conditions).SequenceEqual(Flat(now.Conditions)));

    /// <summary>After less before; an amount that is not known yet, or not due at all, counts as nothing.</summary>
    public Money Difference => (After?.Amount ?? Money.Zero) - (Before?.Amount ?? Money.Zero);

    /// <param name="before">Of the same measure, place and day as <paramref name="after"/>, by the book as it is.</param>
    public static RuleEffect Of(FactSet facts, Terms before, Terms after) => new(Assess(facts, before), Assess(facts, after));

    /// <returns>Null when it cannot be computed: a deadline without calendar, or an amount too large to hold.</returns>
    public static Assessment? Assess(FactSet facts, Terms terms)
    {
        try
        {
            return terms.Measure.Assess(facts, terms);
        }
        catch (Exception exception) when (exception is CalendarYearMissingException or OverflowException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Id, Truth Result)> Flat(IEnumerable<ConditionResult> conditions) =>
        conditions.SelectMany(condition => Flat(condition.Parts).Prepend((condition.Id, condition.Result)));
}

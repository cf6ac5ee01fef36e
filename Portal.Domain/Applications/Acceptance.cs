using Portal.Domain.Rules;

namespace Portal.Domain.Applications;

/// <summary>The acceptance (验收) that a granted training ends with: which facts tell it, and what follows from it (clause 12).</summary>
/// <param name="Final">The amount it comes to when it was passed.</param>
/// <param name="Halfway">The day half of it was done.</param>
public sealed record Acceptance(YesNoFact Passed, MoneyFact Final, DateFact Halfway)
{
    public FactSet Pass(FactSet facts) => facts.With(Passed, true);

    /// <summary>Nothing is owed for it, whatever amount was told.</summary>
    public FactSet Fail(FactSet facts) => facts.With(Passed, false).With(Final, null);

    /// <summary>Triggers that will not come to pass any more: half of a training that was accepted without a halfway date.</summary>
    public IReadOnlyCollection<string> Lost(FactSet facts) => facts[Halfway] is null ? [Trigger.Halfway] : [];
}

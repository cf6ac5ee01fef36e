using Portal.Domain.Cases;
using Portal.Domain.Rules;

namespace Portal.Domain.Applications;

/// <summary>The acceptance (验收) that a granted training ends with: which facts tell it, and what follows from it (clause 12).</summary>
/// <param name="Final">The amount it comes to when it was passed.</param>
/// <param name="Halfway">The day half of it was done.</param>
/// <param name="NoticeEnded">The day on which the publication of the result was over.</param>
public sealed record Acceptance(YesNoFact Passed, MoneyFact Final, DateFact Halfway, DateFact NoticeEnded)
{
    public FactSet Pass(FactSet facts) => facts.With(Passed, true);

    /// <summary>Nothing is owed for it, whatever amount was told.</summary>
    public FactSet Fail(FactSet facts) => facts.With(Passed, false).With(Final, null);

    /// <summary>Days that lie before what has to come first: the start, half of the training, the acceptance, a whole publication (R20).</summary>
    /// <param name="began">The day the training began; null while it is not known.</param>
    /// <param name="publicationDays">How long the result is published, in calendar days (R9).</param>
    public IEnumerable<(DateFact Fact, DateOnly Earliest)> TooEarly(FactSet facts, DateOnly? began, int publicationDays)
    {
        if (facts[Halfway] < began) yield return (Halfway, began.Value);
        if ((facts[Halfway] > began ? facts[Halfway] : began) is { } before && PublicationPeriod.Starting(before.AddDays(1), publicationDays).Until is var earliest && facts[NoticeEnded] < earliest)
            yield return (NoticeEnded, earliest);
    }

    /// <summary>Triggers that will not come to pass any more: half of a training that was accepted without a halfway date.</summary>
    public IReadOnlyCollection<string> Lost(FactSet facts) => facts[Halfway] is null ? [Trigger.Halfway] : [];
}

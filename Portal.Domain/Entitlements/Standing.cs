using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Entitlements;

/// <summary>Where someone stands with one measure.</summary>
/// <param name="Facts">What the assessment was made by; of several categories the one that yields most and is not ruled out.</param>
/// <param name="Assessment">Without deadlines, so that it can be made for any day.</param>
/// <param name="Changes">What would have to be different; only where the measure is ruled out.</param>
/// <param name="Expected">The amount should all that is open turn out met; only while the measure is possible, and the amount's own facts are known.</param>
/// <param name="ForecastChange">The first later day on which the answer changes by itself.</param>
public sealed record Standing(Measure Measure, FactSet Facts, Assessment Assessment, IReadOnlyList<Change> Changes, Money? Expected, ForecastChange? ForecastChange)
{
    public Outcome Outcome => Assessment.Outcome;
}

/// <summary>One thing that would have to be different.</summary>
/// <param name="Gate">The choice that was not made, where that is all there is to it: whoever rents nothing need not hear of months of rent.</param>
public sealed record Change(Remedy Remedy, Choice? Gate);

using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Domain.Measures;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Features.Public.Calculators;

/// <param name="Questions">What the amount asks of anybody at first.</param>
public sealed record Calculator(Measure Measure, RegionDirectory Regions, DateOnly Today, bool IsOffered, IReadOnlyList<Fact> Questions);

/// <summary>A calculator before anything is typed.</summary>
public sealed class OpenCalculator(MeasureCatalog catalog, RulebookSource rulebooks, BusinessClock clock)
{
    /// <returns>Null for an unknown measure and for one that pays nothing.</returns>
    public async Task<Calculator?> HandleAsync(string code, CancellationToken cancellation = default)
    {
        if (catalog.Find(code) is not { } measure || !measure.Pays) return null;
        var terms = measure.TermsFor(await rulebooks.RulesAsync(cancellation), RegionDirectory.Province, clock.Today);
        return new Calculator(measure, await rulebooks.RegionsAsync(cancellation), clock.Today, terms.IsOffered, measure.AmountFacts(terms));
    }
}

using Portal.Domain.Measures;
using Portal.Domain.Places;
using Portal.Rulebooks;
using Portal.Time;

namespace Portal.Features.Policies;

/// <summary>Every measure, and whether it is offered today.</summary>
public sealed class ListPolicies(MeasureCatalog catalog, RulebookSource rulebooks, BusinessClock clock)
{
    public async Task<IReadOnlyList<PolicyLine>> HandleAsync(CancellationToken cancellation = default)
    {
        var rules = await rulebooks.RulesAsync(cancellation);
        return [.. catalog.All.Select(measure =>
            new PolicyLine(measure, measure.TermsFor(rules, RegionDirectory.Province, clock.Today).IsOffered))];
    }
}

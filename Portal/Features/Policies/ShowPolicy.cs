using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Rulebooks;
using Portal.Time;

namespace Portal.Features.Policies;

/// <summary>The guide to one measure as it stands today.</summary>
public sealed class ShowPolicy(MeasureCatalog catalog, RulebookSource rulebooks, BusinessClock clock)
{
    /// <param name="city">The place whose values are shown; anything that is no city of the province gives the province's.</param>
    /// <returns>Null for an unknown measure.</returns>
    public async Task<PolicyGuide?> HandleAsync(string code, string? city, CancellationToken cancellation = default)
    {
        if (catalog.Find(code) is not { } measure) return null;
        var rules = await rulebooks.RulesAsync(cancellation);
        var regions = await rulebooks.RegionsAsync(cancellation);
        var place = regions.Cities.FirstOrDefault(region => region.Code == city) ?? regions.Find(RegionDirectory.Province)!;
        var provincial = measure.TermsFor(rules, RegionDirectory.Province, clock.Today);
        var local = measure.TermsFor(rules, place.Code, clock.Today);
        return new PolicyGuide(
            measure, provincial.IsOffered, measure.Describe(provincial),
            provincial.Look(SharedParameters.PaymentDueWorkingDays)?.Value as int?,
            provincial.Look(SharedParameters.PublicationDays)?.Value as int?,
            place, [.. measure.Parameters.Select(parameter => Value(parameter, local, regions))], [.. regions.Cities]);
    }

    private static PolicyValue Value(Parameter parameter, Terms terms, RegionDirectory regions) =>
        terms.Look(parameter) is { Row: { } row } found
            ? new PolicyValue(parameter.Label, parameter.Show(found.Value), regions.FullName(row.Region), row.From, SourceText.Of(row))
            : new PolicyValue(parameter.Label, null, null, null, null);
}

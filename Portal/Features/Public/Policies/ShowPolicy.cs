using Microsoft.EntityFrameworkCore;
using Portal.Casework.Guides;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Domain.Measures;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Places;

namespace Portal.Features.Public.Policies;

/// <summary>The guide to one measure as it stands today.</summary>
public sealed class ShowPolicy(MeasureCatalog catalog, RulebookSource rulebooks, IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    /// <param name="city">The place whose values and offices are shown; anything that is no city of the province gives the province's.</param>
    /// <returns>Null for an unknown measure.</returns>
    public async Task<PolicyGuide?> HandleAsync(string code, string? city, CancellationToken cancellation = default)
    {
        if (catalog.Find(code) is not { } measure) return null;
        var rules = await rulebooks.RulesAsync(cancellation);
        var regions = await rulebooks.RegionsAsync(cancellation);
        var place = regions.Cities.FirstOrDefault(region => region.Code == city) ?? regions.Find(RegionDirectory.Province)!;
        var provincial = measure.TermsFor(rules, RegionDirectory.Province, clock.Today);
        var values = new PlaceValues(rules, regions, measure, place, clock.Today);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return new PolicyGuide(
            measure, ClauseCatalog.Of(measure), provincial.IsOffered, measure.Describe(provincial),
            provincial.Look(SharedParameters.PaymentDueWorkingDays)?.Value as int?,
            provincial.Look(SharedParameters.PublicationDays)?.Value as int?,
            place, [.. measure.Parameters.Select(values.Of)], [.. regions.Cities],
            await db.GuideTextsAsync(code, place.Code, cancellation));
    }
}

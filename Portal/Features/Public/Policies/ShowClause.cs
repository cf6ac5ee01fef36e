using Microsoft.EntityFrameworkCore;
using Portal.Casework.Guides;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Domain.Measures;
using Portal.Domain.Notice;
using Portal.Domain.Places;

namespace Portal.Features.Public.Policies;

/// <summary>The guide to one clause, with the measures under it as they stand today.</summary>
public sealed class ShowClause(MeasureCatalog catalog, RulebookSource rulebooks, IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    /// <param name="code">Such as <c>clause-10</c>.</param>
    /// <param name="city">As in <see cref="ShowPolicy"/>.</param>
    /// <returns>Null for an unknown clause.</returns>
    public async Task<ClauseGuide?> HandleAsync(string code, string? city, CancellationToken cancellation = default)
    {
        if (ClauseCatalog.Find(code) is not { } clause) return null;
        var lines = new PolicyLines(catalog, await rulebooks.RulesAsync(cancellation), clock.Today);
        var regions = await rulebooks.RegionsAsync(cancellation);
        var chosen = regions.Cities.FirstOrDefault(region => region.Code == city);
        var place = chosen ?? regions.Find(RegionDirectory.Province)!;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return new ClauseGuide(clause, lines.Of(clause, null, chosen), place, [.. regions.Cities], await db.GuideTextsAsync(code, place.Code, cancellation));
    }
}

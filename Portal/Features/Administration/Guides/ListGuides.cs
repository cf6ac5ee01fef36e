using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Domain.Measures;
using Portal.Domain.Places;

namespace Portal.Features.Administration.Guides;

/// <param name="Given">How many elements the place itself has given.</param>
public sealed record GuideLine(GuideSubject Subject, int Given);

/// <param name="Place">Null when the actor keeps the guides of no place.</param>
public sealed record GuideList(IReadOnlyList<Region> Places, Region? Place, IReadOnlyList<GuideLine> Lines);

/// <summary>Every guide of a place, and how far it has been filled.</summary>
public sealed class ListGuides(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, RulebookSource rulebooks)
{
    /// <param name="place">Anything the actor does not keep gives the first place they keep.</param>
    public async Task<GuideList> HandleAsync(Actor actor, string? place, CancellationToken cancellation = default)
    {
        var places = GuideRights.Places(actor, await rulebooks.RegionsAsync(cancellation));
        var chosen = places.FirstOrDefault(region => region.Code == place) ?? (places.Count > 0 ? places[0] : null);
        if (chosen is null) return new GuideList([], null, []);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var entries = await db.GuideEntries.AsNoTracking().Where(entry => entry.RegionCode == chosen.Code)
            .Select(entry => new { entry.Subject, entry.Element, entry.Revision, Stands = entry.Text != null }).ToListAsync(cancellation);
        var given = entries.GroupBy(entry => (entry.Subject, entry.Element))
            .Where(history => history.MaxBy(entry => entry.Revision)!.Stands)
            .CountBy(history => history.Key.Subject).ToDictionary();
        return new GuideList(places, chosen, [.. GuideSubject.All(catalog).Select(subject => new GuideLine(subject, given.GetValueOrDefault(subject.Code)))]);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Guides;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Data.Guides;
using Portal.Domain.Measures;
using Portal.Domain.Notice;
using Portal.Domain.Places;

namespace Portal.Features.Administration.Guides;

/// <param name="Text">What the place itself says; null for nothing.</param>
/// <param name="Revision">The revision it was read at; 0 when nobody has written yet.</param>
/// <param name="Provincial">What stands for the whole province and shows where a city says nothing.</param>
public sealed record GuideLineSheet(GuideElementRule Rule, string? Text, int Revision, string? Provincial);

/// <param name="History">Newest first.</param>
public sealed record GuideSheet(GuideSubject Subject, Region Place, IReadOnlyList<GuideLineSheet> Lines, IReadOnlyList<GuideEntry> History);

/// <summary>What one place has given to one guide, with its history.</summary>
public sealed class ShowGuideSheet(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, RulebookSource rulebooks)
{
    /// <returns>Null for an unknown subject, and for a place whose guides the actor does not keep.</returns>
    public async Task<GuideSheet?> HandleAsync(Actor actor, string code, string? place, CancellationToken cancellation = default)
    {
        var places = GuideRights.Places(actor, await rulebooks.RegionsAsync(cancellation));
        var chosen = place is null ? places is [var first, ..] ? first : null : places.FirstOrDefault(region => region.Code == place);
        if (chosen is null || GuideSubject.Find(catalog, code) is not { } subject) return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var history = await db.GuideEntries.AsNoTracking().Where(entry => entry.Subject == code && entry.RegionCode == chosen.Code)
            .OrderByDescending(entry => entry.Id).ToListAsync(cancellation);
        var provincial = chosen.Level == RegionLevel.Province ? [] : await db.LatestGuideEntriesAsync(code, RegionDirectory.Province, cancellation);
        return new GuideSheet(subject, chosen, [.. GuideElementRule.All.Select(Line)], history);

        GuideLineSheet Line(GuideElementRule rule)
        {
            var last = history.Where(entry => entry.Element == rule.Element).MaxBy(entry => entry.Revision);
            return new GuideLineSheet(rule, last?.Text, last?.Revision ?? 0, provincial.GetValueOrDefault(rule.Element)?.Text);
        }
    }
}

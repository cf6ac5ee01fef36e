using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Domain.Measures;
using Portal.Domain.Notice;

namespace Portal.Features.Public.Policies;

/// <summary>The 22 clauses and their measures, for everybody or for one group in one city, as they stand today.</summary>
public sealed class ListPolicies(MeasureCatalog catalog, RulebookSource rulebooks, BusinessClock clock)
{
    /// <param name="who">The code of a group; anything else means everybody.</param>
    /// <param name="city">The code of a city; anything else means the whole province.</param>
    public async Task<PolicyList> HandleAsync(string? who = null, string? city = null, CancellationToken cancellation = default)
    {
        var lines = new PolicyLines(catalog, await rulebooks.RulesAsync(cancellation), clock.Today);
        var regions = await rulebooks.RegionsAsync(cancellation);
        var place = regions.Cities.FirstOrDefault(region => region.Code == city);
        var group = ApplicantGroup.Find(who);
        var chapters = ClauseCatalog.Chapters
            .Select(chapter => new ChapterLines(chapter, [.. chapter.Clauses
                .Where(clause => group is null || catalog.IsFor(clause, group))
                .Select(clause => new ClauseLine(clause, lines.Of(clause, group, place)))]))
            .Where(chapter => chapter.Clauses.Count > 0);
        var forAll = group is null ? [] : ClauseCatalog.All.Where(clause => clause.IsForEverybody && !catalog.IsFor(clause, group));
        return new PolicyList(group, place, [.. chapters], [.. forAll], [.. regions.Cities]);
    }
}

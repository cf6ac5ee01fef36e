using Portal.Domain.Measures;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Features.Public.Policies;

/// <param name="AwaitsCity">Whether the chosen city has yet to set a value (R8); null while no city is chosen.</param>
public sealed record PolicyLine(Measure Measure, bool IsOffered, bool? AwaitsCity);

public sealed record ClauseLine(Clause Clause, IReadOnlyList<PolicyLine> Measures);

public sealed record ChapterLines(Chapter Chapter, IReadOnlyList<ClauseLine> Clauses);

/// <param name="Who">The group that was asked for; null for everybody.</param>
/// <param name="City">The city that was asked for; null for the whole province.</param>
/// <param name="ForEverybody">Clauses that speak to no group in particular; empty unless a group was asked for.</param>
public sealed record PolicyList(
    ApplicantGroup? Who, Region? City, IReadOnlyList<ChapterLines> Chapters, IReadOnlyList<Clause> ForEverybody, IReadOnlyList<Region> Cities)
{
    public IEnumerable<PolicyLine> Measures => Chapters.SelectMany(chapter => chapter.Clauses).SelectMany(clause => clause.Measures);
}

/// <summary>Measures as lists show them on one day.</summary>
internal sealed class PolicyLines(MeasureCatalog catalog, Rulebook rules, DateOnly today)
{
    public IReadOnlyList<PolicyLine> Of(Clause clause, ApplicantGroup? group, Region? city) =>
    [
        .. from measure in catalog.Under(clause)
           where @group is null || measure.Groups.Contains(@group)
           select new PolicyLine(
               measure,
               measure.TermsFor(rules, RegionDirectory.Province, today).IsOffered,
               city is null ? null : AwaitsCity(measure, measure.TermsFor(rules, city.Code, today))),
    ];

    // Wages are set county by county, so that a city as a whole never has one.
    private static bool AwaitsCity(Measure measure, Terms terms) => measure.Parameters
        .Except(measure.OptionalParameters).Except([SharedParameters.MinimumWageMonthly, SharedParameters.MinimumWageHourly])
        .Any(parameter => terms.Look(parameter) is null);
}

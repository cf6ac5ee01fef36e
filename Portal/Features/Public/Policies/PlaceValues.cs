using Portal.Casework.Rulebooks;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Features.Public.Policies;

/// <summary>The values of a measure that hold in one place on one day, in words.</summary>
internal sealed class PlaceValues(Rulebook rules, RegionDirectory regions, Measure measure, Region place, DateOnly today)
{
    private readonly Terms _terms = measure.TermsFor(rules, place.Code, today);

    public PolicyValue Of(Parameter parameter)
    {
        if (_terms.Look(parameter) is { Row: { } row } found)
            return new PolicyValue(parameter.Label, parameter.Show(found.Value), regions.FullName(row.Region), row.From, SourceTexts.Of(row));
        return Counties(parameter) ?? new PolicyValue(parameter.Label, null, null, null, null);
    }

    /// <summary>Minimum wages are set county by county; a city or the province has them all, and none of its own.</summary>
    private PolicyValue? Counties(Parameter parameter)
    {
        if (parameter is not MoneyParameter) return null;
        var counties = regions.All.Where(region => region.Level == RegionLevel.County && RegionDirectory.Covers(place.Code, region.Code));
        var found = counties.Select(county => rules.Parameters.Find(parameter, county.Code, today))
            .OfType<FoundValue>().Where(value => regions.Find(value.Row!.Region) is { Level: RegionLevel.County }).OrderBy(value => (Domain.Values.Money)value.Value).ToList();
        if (found.Count == 0) return null;
        var (least, most) = (parameter.Show(found[0].Value), parameter.Show(found[^1].Value));
        return new PolicyValue(
            parameter.Label, least == most ? least : $"{least}至{most}", $"{place.Name}，各县（市、区）分别执行",
            found.Max(value => value.Row!.From), string.Join("；", found.Select(value => SourceTexts.Of(value.Row!)).Distinct()));
    }
}

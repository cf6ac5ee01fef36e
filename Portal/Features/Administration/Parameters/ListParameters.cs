using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Components.RuleChanges;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Places;

namespace Portal.Features.Administration.Parameters;

/// <param name="Provincial">Today's value of the province in words; null where it sets none.</param>
/// <param name="Places">How many places set it today, the province among them.</param>
public sealed record ParameterLine(Parameter Parameter, string? Provincial, int Places);

public sealed record ParameterGroup(string Title, IReadOnlyList<ParameterLine> Lines);

/// <param name="Faults">Errors first.</param>
public sealed record ParameterOverview(IReadOnlyList<ParameterGroup> Groups, IReadOnlyList<BookFault> Faults, RegionDirectory Regions);

/// <summary>Every value that some rule reads, grouped by measure, with what is wrong with the book.</summary>
public sealed class ListParameters(RulebookSource rulebooks, MeasureCatalog catalog, BusinessClock clock)
{
    /// <param name="query">Part of a label, a key or a measure's name; empty for all.</param>
    public async Task<ParameterOverview> HandleAsync(string? query, CancellationToken cancellation = default)
    {
        var loaded = await rulebooks.LoadAsync(cancellation);
        var holding = loaded.Rules.Parameters.Rows.Where(row => row.HoldsOn(clock.Today)).ToLookup(row => row.Key);
        var wanted = query?.Trim() ?? "";
        IEnumerable<(string Title, IEnumerable<Parameter> Parameters)> groups =
        [
            ("各项政策通用", SharedParameters.All),
            .. catalog.All.Select(measure => (measure.Name, measure.Parameters.Except(SharedParameters.All))),
        ];
        return new ParameterOverview(
            [.. from found in groups
                let lines = found.Parameters.Where(parameter => Matches(parameter, found.Title, wanted)).Select(parameter => Line(parameter, holding[parameter.Key])).ToArray()
                where lines.Length > 0
                select new ParameterGroup(found.Title, lines)],
            [.. loaded.Faults.OrderByDescending(fault => fault.IsError).ThenBy(fault => fault.Key, StringComparer.Ordinal)],
            loaded.Regions);
    }

    private static bool Matches(Parameter parameter, string title, string wanted) =>
        wanted.Length == 0 || new[] { parameter.Label, parameter.Key, title }.Any(text => text.Contains(wanted, StringComparison.OrdinalIgnoreCase));

    private static ParameterLine Line(Parameter parameter, IEnumerable<ParameterRow> rows) => new(
        parameter,
        rows.FirstOrDefault(row => row.Region == RegionDirectory.Province) is { } row ? RuleChangeTexts.Show(parameter, row.Value) : null,
        rows.Select(row => row.Region).Distinct().Count());
}

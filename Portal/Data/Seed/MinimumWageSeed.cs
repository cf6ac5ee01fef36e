using System.Globalization;
using System.Text.Json;
using Portal.Domain.Parameters;
using Portal.Domain.Values;

namespace Portal.Data.Seed;

/// <summary>Turns the localities' minimum wages into dated parameter rows of each county-level place.</summary>
/// <remarks>A locality's row ends when a newer provincial standard starts (ruling R8): nobody guesses the wage that replaced it.</remarks>
internal static class MinimumWageSeed
{
    public static IEnumerable<ParameterRow> Rows(JsonElement file)
    {
        var standards = file.GetProperty("standards").EnumerateArray().Select(standard => Day(standard, "effectiveFrom")).Order().ToArray();
        foreach (var locality in file.GetProperty("localities").EnumerateArray())
        {
            var from = Day(locality, "effectiveFrom");
            var next = Array.FindIndex(standards, start => start > from);
            DateOnly? to = next < 0 ? null : standards[next].AddDays(-1);
            var status = StatusOf(locality.GetProperty("status").GetString()!);
            var source = string.Join("、", locality.GetProperty("sources").EnumerateArray().Select(name => name.GetString()));
            foreach (var place in locality.GetProperty("districtCodes").EnumerateArray())
                foreach (var (parameter, name) in ((Parameter, string)[])[(SharedParameters.MinimumWageMonthly, "monthly"), (SharedParameters.MinimumWageHourly, "hourly")])
                    if (locality.GetProperty(name) is { ValueKind: JsonValueKind.Number } value)
                        yield return new ParameterRow(parameter.Key, place.GetString()!, from, to,
                            value.GetDecimal().ToString("0.##", CultureInfo.InvariantCulture), status, $"min-wage-liaoning.json {source}");
        }
    }

    private static string StatusOf(string status) => status switch
    {
        "confirmed" => "C",
        "confirmed-secondary" => "S",
        "derived" => "D",
        _ => "U",
    };

    private static DateOnly Day(JsonElement element, string name) =>
        IsoDate.Parse(element.GetProperty(name).GetString()!);
}

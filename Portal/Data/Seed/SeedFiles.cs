using System.Globalization;
using System.Text.Json;
using Portal.Domain.Calendar;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Values;

namespace Portal.Data.Seed;

/// <summary>Reads the sourced values that ship with the portal.</summary>
public static class SeedFiles
{
    public static IReadOnlyList<ParameterRow> Parameters()
    {
        using var json = Open("parameters.json");
        using var wages = Open("min-wage-liaoning.json");
        return [.. json.RootElement.GetProperty("parameters").EnumerateArray().Select(row => new ParameterRow(
            Text(row, "key"), Text(row, "region"), IsoDate.Parse(Text(row, "from")),
            row.GetProperty("to") is { ValueKind: JsonValueKind.String } to ? IsoDate.Parse(to.GetString()!) : null,
            Canonical(row.GetProperty("value")), Text(row, "status"), Text(row, "source"))),
            .. MinimumWageSeed.Rows(wages.RootElement)];
    }

    public static IReadOnlyList<Region> Regions()
    {
        using var json = Open("regions-liaoning.json");
        var province = json.RootElement.GetProperty("province");
        List<Region> regions = [new(Text(province, "code"), Text(province, "name"), RegionLevel.Province, null)];
        foreach (var city in json.RootElement.GetProperty("cities").EnumerateArray())
        {
            regions.Add(new Region(Text(city, "code"), Text(city, "name"), RegionLevel.City, regions[0].Code));
            regions.AddRange(city.GetProperty("districts").EnumerateArray()
                .Select(district => new Region(Text(district, "code"), Text(district, "name"), RegionLevel.County, Text(city, "code"))));
        }

        return regions;
    }

    public static IReadOnlyList<CalendarYear> CalendarYears()
    {
        using var json = Open("holidays-cn.json");
        return [.. json.RootElement.EnumerateObject().Select(year => new CalendarYear(
            int.Parse(year.Name, CultureInfo.InvariantCulture), Days(year.Value, "holidays"), Days(year.Value, "workdays")))];
    }

    /// <summary>The text of a value as parameters keep it: scalars bare, values with parts as JSON.</summary>
    public static string Canonical(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : JsonSerializer.Serialize(value);

    private static DateOnly[] Days(JsonElement year, string name) =>
        [.. year.GetProperty(name).EnumerateArray().Select(day => IsoDate.Parse(day.GetString()!))];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static JsonDocument Open(string name)
    {
        using var stream = typeof(SeedFiles).Assembly.GetManifestResourceStream($"Portal.Data.Seed.{name}")
            ?? throw new InvalidOperationException($"The portal was built without {name}.");
        return JsonDocument.Parse(stream);
    }
}

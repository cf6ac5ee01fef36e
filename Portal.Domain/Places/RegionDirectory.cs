namespace Portal.Domain.Places;

public enum RegionLevel
{
    Province,
    City,
    County,
}

/// <summary>An administrative division with its six-digit code (GB/T 2260).</summary>
public sealed record Region(string Code, string Name, RegionLevel Level, string? ParentCode);

/// <summary>The province, its cities and their county-level units, looked up by code.</summary>
public sealed class RegionDirectory
{
    public const string Province = "210000";

    private readonly Dictionary<string, Region> _byCode;

    public RegionDirectory(IEnumerable<Region> regions) => _byCode = regions.ToDictionary(region => region.Code, StringComparer.Ordinal);

    public IReadOnlyCollection<Region> All => _byCode.Values;

    public IEnumerable<Region> Cities => _byCode.Values.Where(region => region.Level == RegionLevel.City).OrderBy(region => region.Code, StringComparer.Ordinal);

    public IEnumerable<Region> CountiesOf(string cityCode) =>
        _byCode.Values.Where(region => region.ParentCode == cityCode).OrderBy(region => region.Code, StringComparer.Ordinal);

    public Region? Find(string code) => _byCode.GetValueOrDefault(code);

    public bool Contains(string code) => _byCode.ContainsKey(code);

    /// <summary>The code of the city a place lies in; the province's own for the province.</summary>
    /// <param name="code">Six digits.</param>
    public static string CityOf(string code) => code[..4] + "00";

    /// <summary>The places whose values count for a place, nearest first: county, city, province (ruling R11).</summary>
    public static IEnumerable<string> Chain(string code)
    {
        yield return code;
        var city = CityOf(code);
        if (city != code && city != Province) yield return city;
        if (code != Province) yield return Province;
    }

    /// <summary>Whether a record of <paramref name="recordPlace"/> lies within the place a member of staff works for.</summary>
    public static bool Covers(string staffPlace, string recordPlace) =>
        recordPlace.StartsWith(PrefixOf(staffPlace), StringComparison.Ordinal);

    /// <summary>What the codes of all places within a place begin with; a database asks by it what <see cref="Covers"/> asks of one record.</summary>
    public static string PrefixOf(string place) =>
        place.EndsWith("0000", StringComparison.Ordinal) ? place[..2]
        : place.EndsWith("00", StringComparison.Ordinal) ? place[..4] : place;

    /// <summary>The full name for people, such as 大连市中山区.</summary>
    public string FullName(string code)
    {
        var region = Find(code);
        if (region is null) return code;
        return region.Level == RegionLevel.County && Find(region.ParentCode!) is { } city ? city.Name + region.Name : region.Name;
    }
}

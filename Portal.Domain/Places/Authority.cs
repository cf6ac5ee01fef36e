namespace Portal.Domain.Places;

/// <summary>Who acts for a place.</summary>
public static class Authority
{
    /// <summary>The human resources authority of a place, as it signs: the department of the province, the bureau of a city or county.</summary>
    public static string OfHumanResources(RegionDirectory regions, string code) =>
        regions.FullName(code) + (regions.Find(code)?.Level == RegionLevel.Province ? "人力资源和社会保障厅" : "人力资源和社会保障局");
}

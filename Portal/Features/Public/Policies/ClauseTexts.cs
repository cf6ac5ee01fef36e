using Portal.Domain.Notice;
using Portal.Domain.Places;

namespace Portal.Features.Public.Policies;

/// <summary>Clauses, groups and places as the policy pages put them.</summary>
internal static class ClauseTexts
{
    public const string ToBePublished = "待公布";

    public static string ToChinese(this ClauseKind kind) => kind switch
    {
        ClauseKind.Assessed => "可以对照条件",
        ClauseKind.Information => "信息",
        ClauseKind.Guide => "办事指引",
        ClauseKind.SelfCheck => "自查",
        _ => "信息板",
    };

    /// <summary>责任单位, with whoever leads named first.</summary>
    public static string Responsible(this Clause clause) =>
        clause.Lead is { } lead ? $"{lead}（牵头）；{clause.Departments}；各市政府" : $"{clause.Departments}；各市政府";

    public static string ForWhom(this IReadOnlyList<ApplicantGroup> groups) =>
        groups.Count == 0 ? "所有人" : string.Join("、", groups.Select(group => group.Name));

    /// <summary>The address of a guide, keeping the city somebody has chosen.</summary>
    public static string Address(string code, Region? place) => Keeping($"/policies/{code}", place);

    public static string Keeping(string path, Region? place) => place is { Level: RegionLevel.City } ? $"{path}?city={place.Code}" : path;
}

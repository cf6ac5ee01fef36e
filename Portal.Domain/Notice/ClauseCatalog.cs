namespace Portal.Domain.Notice;

/// <summary>All 22 clauses in the seven chapters of the notice, each in its place.</summary>
public static class ClauseCatalog
{
    public static readonly IReadOnlyList<Chapter> Chapters =
    [
        new("一", "发展经济，带动就业", EarlyClauses.Growth),
        new("二", "帮企业稳岗、招人", EarlyClauses.Employers),
        new("三", "灵活就业和创业", EarlyClauses.Founders),
        new("四", "技能培训和就业见习", LaterClauses.Training),
        new("五", "困难群体有保障", LaterClauses.Protection),
        new("六", "督查、奖励和表彰", LaterClauses.Oversight),
        new("七", "资金、服务和风险防范", LaterClauses.Delivery),
    ];

    public static readonly IReadOnlyList<Clause> All = [.. Chapters.SelectMany(chapter => chapter.Clauses)];

    public static Clause? Find(string code) => All.FirstOrDefault(clause => clause.Code == code);

    /// <summary>The clause a measure stands under; null for a code the catalogue does not hold.</summary>
    public static Clause? Of(string measureCode) => All.FirstOrDefault(clause => clause.Measures.Any(measure => measure.Code == measureCode));

    /// <summary>Whom a measure is written for; empty for a code the catalogue does not hold.</summary>
    public static IReadOnlyList<ApplicantGroup> GroupsOf(string measureCode) =>
        All.SelectMany(clause => clause.Measures).FirstOrDefault(measure => measure.Code == measureCode)?.Groups ?? [];
}

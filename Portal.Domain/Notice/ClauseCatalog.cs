using Portal.Domain.Rules;

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

    /// <summary>The clause a measure stands under.</summary>
    /// <exception cref="InvalidOperationException">It cites none of the notice.</exception>
    public static Clause Of(Measure measure) => All.First(clause => clause.Numeral == measure.Clause);
}

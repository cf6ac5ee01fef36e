using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>稳岗返还: firms that keep their staff get back a share of last year's unemployment insurance premiums.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 5. Small firms are paid without applying (免申即享).</remarks>
public sealed class StabilizationRefund : Measure
{
    public const string MeasureCode = "stabilization-refund";
    public const string Large = "large";
    public const string Medium = "medium";
    public const string Small = "small";
    public const string Micro = "micro";

    private static readonly FactList Declared = new();

    public static readonly CountFact InsuredHeadcount = new(Declared, "insuredHeadcount", "上年末参保人数", "人",
        "上年12月底参加失业保险的职工人数。")
    {
        AtMost = 1_000_000,
        Reuse = FactReuse.OfTheYear,
    };

    public static readonly ChoiceFact EnterpriseSize = new(Declared, "enterpriseSize", "企业规模",
        "按统计上大中小微型企业划分办法，可在国家企业信用信息公示系统的“小微企业名录”中查询。",
        new(Large, "大型"), new(Medium, "中型"), new(Small, "小型"), new(Micro, "微型"))
    {
        Reuse = FactReuse.Lasting,
    };

    public static readonly MoneyFact PremiumsPaidLastYear = new(Declared, "premiumsPaidLastYear", "上年度实缴失业保险费",
        "单位和职工个人上年度实际缴纳的失业保险费合计，可在社保缴费记录中查到。")
    {
        AtMost = Money.Yuan(10_000_000_000),
        Reuse = FactReuse.OfTheYear,
    };

    public static readonly CountFact PremiumMonthsPaid = new(Declared, "premiumMonthsPaid", "足额缴费月数", "个月",
        "截至上年末，已足额缴纳失业保险费的月数。")
    {
        AtMost = 12,
        Reuse = FactReuse.OfTheYear,
    };

    public static readonly RateFact LayoffRate = new(Declared, "layoffRate", "裁员率",
        "（上上年末人数 − 上年末人数 − 退休、辞职等不计入裁员的减少人数）÷ 上上年末人数；没有减少填 0。")
    {
        AtMost = Rate.One,
        Reuse = FactReuse.OfTheYear,
    };

    public static readonly YesNoFact SeriousDishonesty = new(Declared, "seriousDishonesty", "是否被列为严重失信企业",
        "可在“信用中国”网站查询。");

    public static readonly YesNoFact ZombieEnterprise = new(Declared, "zombieEnterprise", "是否为“僵尸企业”",
        "指已停产、半停产、连年亏损、资不抵债，主要靠补贴和银行续贷维持的企业。");

    public static readonly RateParameter RateSme = new("stabilization-refund.rate.sme", "中小微企业返还比例");
    public static readonly RateParameter RateLarge = new("stabilization-refund.rate.large", "大型企业返还比例");
    public static readonly RateParameter LayoffCeiling = new("stabilization-refund.layoffCeiling", "裁员率上限");
    public static readonly RateParameter LayoffCeilingSmall = new("stabilization-refund.layoffCeilingSmall", "小规模企业裁员率上限");
    public static readonly CountParameter SmallHeadcount = new("stabilization-refund.smallHeadcount", "小规模企业参保人数", "人");
    public static readonly CountParameter PremiumMonths = new("stabilization-refund.premiumMonths", "最少缴费月数", "个月");
    public static readonly CountParameter AutomaticHeadcount = new("stabilization-refund.automaticHeadcount", "免申即享人数上限", "人");

    /// <summary>From 2021 the automatic refund no longer asks for the size of the firm.</summary>
    private static readonly DateOnly AnySizeFrom = new(2021, 1, 1);

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "稳岗返还";

    public override string Clause => "五";

    public override Audience Audience => Audience.Firm;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Employer];

    public override string Summary => "不裁员、少裁员的参保企业，可按比例拿回上年度缴纳的失业保险费；10人以下的小微企业不用申请，直接到账。";

    public override IReadOnlyList<string> Materials => ["营业执照", "上年度失业保险缴费凭证"];

    public override IReadOnlyList<string> LastingMaterials => ["营业执照"];

    public override CountParameter? AutomaticUpTo => AutomaticHeadcount;

    public override FactList Facts => Declared;

    public override IReadOnlyList<FactCheck> Checks { get; } =
    [
        new(PremiumMonthsPaid, facts => facts[PremiumMonthsPaid] == 0 && facts[PremiumsPaidLastYear] > Money.Zero, "一个月也没有缴费，“上年度实缴失业保险费”就应当是 0，请核对。"),
    ];

    public override ApplicationDefinition Application { get; } = new(new ClaimRule.OfYear());

    public override IReadOnlyList<Parameter> Parameters =>
        [RateSme, RateLarge, LayoffCeiling, LayoffCeilingSmall, SmallHeadcount, PremiumMonths, AutomaticHeadcount];

    public override IReadOnlyList<Parameter> OptionalParameters => [AutomaticHeadcount];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        AtLeast(PremiumMonthsPaid, PremiumMonths)
            .Cite("premium-months", "五", "依法参加失业保险，并足额缴费满{0}。", PremiumMonths),

        Any(
            AtMost(LayoffRate, LayoffCeiling)
                .Cite("layoff-ceiling", "五", "裁员率不超过{0}。", LayoffCeiling),
            All(
                AtMost(InsuredHeadcount, SmallHeadcount)
                    .Cite("small-headcount", "五", "参保人数不超过{0}。", SmallHeadcount),
                AtMost(LayoffRate, LayoffCeilingSmall)
                    .Cite("layoff-ceiling-small", "五", "裁员率不超过{0}。", LayoffCeilingSmall))
                .Cite("small-firm", "五", "参保人数不超过{0}，且裁员率不超过{1}。", SmallHeadcount, LayoffCeilingSmall))
            .Cite("few-layoffs", "五", "不裁员或少裁员：裁员率不超过{0}；参保人数不超过{1}的，裁员率不超过{2}。",
                LayoffCeiling, SmallHeadcount, LayoffCeilingSmall),

        No(SeriousDishonesty)
            .Cite("not-dishonest", "五", "未被列为严重失信企业。"),

        No(ZombieEnterprise)
            .Cite("not-zombie", "五", "不是“僵尸企业”。"),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var premiums = calculation.Need(PremiumsPaidLastYear);
        var size = calculation.Need(EnterpriseSize);
        if (!calculation.HasFacts) return;

        var rate = calculation.Need(size == Large ? RateLarge : RateSme);
        if (!calculation.IsReady) return;

        var amount = premiums.TimesHalfUp(rate);
        calculation.Grant(amount, "上年度实缴失业保险费 × 返还比例");
        calculation.PayOnApproval(amount);
    }

    protected override bool IsAutomatic(FactSet facts, Terms terms) =>
        facts[InsuredHeadcount] is { } headcount
        && terms.Look(AutomaticHeadcount) is not null
        && headcount <= terms.Value(AutomaticHeadcount)
        && (terms.AsOf >= AnySizeFrom || facts[EnterpriseSize] is Small or Micro);
}

using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>创业担保贷款贴息: the interest on a founder's first small loan, shared among centre, province and city.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 9; ruling R13: loans up to 100,000 yuan and 12 months, under either split.</remarks>
public sealed class StartupLoanInterest : Measure
{
    private static readonly FactList Declared = new();

    public static readonly YesNoFact Unemployed = new(Declared, "unemployed", "创业前是否未就业", "开始这次创业以前没有工作。") { Asked = "您创业前处于未就业状态吗？" };

    public static readonly ChoiceFact Vehicle = new(Declared, "vehicle", "创业载体", "借助哪种方式创业。",
        new("night-economy", "夜经济"), new("small-shop", "小店经济"), new("ride-hailing", "网约车"), new("other", "其他"));

    public static readonly MoneyFact Principal = new(Declared, "principal", "贷款金额", "新申请的创业担保贷款本金。") { AtMost = Money.Yuan(10_000_000) };

    public static readonly RateFact AnnualRate = new(Declared, "annualRate", "贷款年利率", "贷款合同上的年利率：合同写 4.35% 的，就填 4.35。") { AtMost = Rate.Of(24, 100) };

    public static readonly CountFact TermMonths = new(Declared, "termMonths", "贷款期限", "个月", "最长12个月。") { AtMost = 120 };

    public static readonly MoneyParameter MaxPrincipal = new("startup-loan-interest.maxPrincipal", "最高贷款金额");
    public static readonly CountParameter MaxTermMonths = new("startup-loan-interest.maxTermMonths", "最长贷款期限", "个月");
    public static readonly FundingParameter SpecialSplit = new("startup-loan-interest.split.special", "贴息分担比例（2020年11月1日至12月31日）");
    public static readonly FundingParameter StandingSplit = new("startup-loan-interest.split.standing", "贴息分担比例");

    public override string Code => "startup-loan-interest";

    public override string Version => "1";

    public override string Name => "创业担保贷款贴息";

    public override string Clause => "九";

    public override Audience Audience => Audience.Person;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Founder, ApplicantGroup.Jobless];

    public override string Summary => "未就业人员借助夜经济、小店经济、网约车等自主创业，新申请不超过10万元、12个月的创业担保贷款，利息由财政承担。";

    public override string PlaceLabel => "创业所在地";

    public override IReadOnlyList<string> Materials => ["身份证", "营业执照或从业证明", "贷款合同"];

    public override IReadOnlyList<string> LastingMaterials => ["身份证", "营业执照或从业证明"];

    public override FactList Facts => Declared;

    public override ApplicationDefinition Application { get; } = new(new ClaimRule.OfYear());

    public override IReadOnlyList<Parameter> Parameters => [MaxPrincipal, MaxTermMonths, SpecialSplit, StandingSplit];

    public override IReadOnlyList<Parameter> OptionalParameters => [SpecialSplit];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Yes(Unemployed)
            .Cite("unemployed", "九", "创业前没有就业。"),

        All(
            AboveZero(Principal)
                .Cite("some-principal", "九", "贷款金额大于0。"),
            AtMost(Principal, MaxPrincipal)
                .Cite("max-principal", "九", "贷款金额不超过{0}。", MaxPrincipal))
            .Cite("principal", "九", "贷款金额大于0，不超过{0}。", MaxPrincipal),

        All(
            AtLeast(TermMonths, 1)
                .Cite("some-term", "九", "贷款期限至少1个月。"),
            AtMost(TermMonths, MaxTermMonths)
                .Cite("max-term", "九", "贷款期限不超过{0}。", MaxTermMonths))
            .Cite("term", "九", "贷款期限1个月以上，不超过{0}。", MaxTermMonths),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var vehicle = calculation.Need(Vehicle);
        var principal = calculation.Need(Principal);
        var rate = calculation.Need(AnnualRate);
        var months = calculation.Need(TermMonths);
        if (!calculation.HasFacts) return;

        var isSpecial = vehicle != "other" && calculation.Terms.Look(SpecialSplit) is not null;
        var shares = calculation.Need(isSpecial ? SpecialSplit : StandingSplit);
        if (!calculation.IsReady) return;

        var interest = principal.TimesHalfUp(rate, months, 12);
        calculation.Grant(interest, "贷款金额 × 年利率 × 月数 ÷ 12");
        calculation.Split(interest, shares!);
        calculation.PayOnApproval(interest);
    }
}

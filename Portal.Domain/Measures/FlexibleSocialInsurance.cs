using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>灵活就业社保补贴: flexible workers get back a share of the social insurance they pay themselves.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 7: persons in hardship, and graduates within two years of leaving school (R5).</remarks>
public sealed class FlexibleSocialInsurance : Measure
{
    public const string MeasureCode = "flexible-social-insurance";
    public const string Hardship = "hardship";
    public const string Graduate = "graduate";
    public const string Other = "other";
    private const string ContributionReceipt = "社会保险缴费凭证";

    /// <summary>R14: a city's extension above the notice's ceiling counts as the ceiling.</summary>
    private const int ExtensionAtMost = 6;

    private static readonly FactList Declared = new();

    public static readonly ChoiceFact PersonCategory = new(Declared, "personCategory", "您的身份",
        "就业困难人员需先由街道（乡镇）认定；离校2年内未就业的选高校毕业生。",
        new(Hardship, "就业困难人员"), new(Graduate, "高校毕业生"), new(Other, "其他人员"))
    {
        Reuse = FactReuse.Lasting,
    };

    public static readonly DateFact LeftSchoolOn = new(Declared, "leftSchoolOn", "离校日期",
        "毕业证书上的日期。只有高校毕业生需要填写。")
    {
        Reuse = FactReuse.Lasting,
    };

    public static readonly YesNoFact FlexiblyEmployed = new(Declared, "flexiblyEmployed", "是否从事灵活就业",
        "如非全日制工作、个体经营、网约车、电商直播、家政等，没有与单位建立全日制劳动关系。")
    { Asked = "您在灵活就业吗？" };

    public static readonly YesNoFact ContributionsPaid = new(Declared, "contributionsPaid", "是否已自己缴纳社会保险费",
        "以灵活就业人员身份缴纳了本次申请月份的养老、医疗保险费。")
    { Asked = "您自己缴纳社会保险费了吗？" };

    public static readonly CountFact MonthsClaimed = new(Declared, "monthsClaimed", "本次申请月数", "个月",
        "本次要申请几个月的补贴。")
    { AtMost = 60 };

    public static readonly CountFact MonthsAlreadyPaid = new(Declared, "monthsAlreadyPaid", "已享受月数", "个月",
        "以前已经领过几个月；第一次申请填 0。")
    { AtMost = 60 };

    public static readonly MoneyFact MonthlyContribution = new(Declared, "monthlyContribution", "每月缴费金额",
        "您每月自己缴纳的社会保险费。")
    {
        AtMost = Money.Yuan(50_000),
        Reuse = FactReuse.Lasting,
    };

    public static readonly RateParameter Share = new("flexible-social-insurance.share", "补贴比例");
    public static readonly CountParameter TermHardship = new("flexible-social-insurance.termMonths.hardship", "就业困难人员补贴期限", "个月");
    public static readonly CountParameter TermGraduate = new("flexible-social-insurance.termMonths.graduate", "高校毕业生补贴期限", "个月");
    public static readonly CountParameter YearsSinceSchool = new("flexible-social-insurance.yearsSinceSchool", "离校年限", "年");
    public static readonly CountParameter ExtensionMonths = new("flexible-social-insurance.extensionMonths", "期满后延长", "个月");

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "灵活就业社会保险补贴";

    public override string Clause => "七";

    public override Audience Audience => Audience.Person;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Hardship, ApplicantGroup.Graduate, ApplicantGroup.FlexibleWorker];

    public override string Summary => "就业困难人员、离校2年内未就业的高校毕业生灵活就业并自己缴纳社会保险费的，可以按比例领取补贴。";

    public override IReadOnlyList<string> Materials => ["身份证", "毕业证书或就业困难人员认定材料", ContributionReceipt];

    public override IReadOnlyList<string> LastingMaterials => ["身份证", "毕业证书或就业困难人员认定材料"];

    public override FactList Facts => Declared;

    public override IReadOnlyList<FactCheck> Checks { get; } =
    [
        new(MonthlyContribution, facts => facts[ContributionsPaid] is true && facts[MonthlyContribution] == Money.Zero, "已经缴纳了社会保险费，“每月缴费金额”就不会是 0，请核对。"),
    ];

    public override ApplicationDefinition Application { get; } = new(
        new ClaimOfMonths(MonthsClaimed, MonthsPaid) { PaidBy = Share, Began = LeftSchoolIn })
    {
        MonthsPaidBefore = MonthsAlreadyPaid,
        NextMonth = new NextMonthClaim(MonthsClaimed, MonthlyContribution, [FlexiblyEmployed, ContributionsPaid], "仍在灵活就业，并已自己缴纳这个月的社会保险费", ContributionReceipt),
        MonthsInAll = (facts, terms) => TermOf(facts[PersonCategory], terms),
    };

    public override IReadOnlyList<Parameter> Parameters => [Share, TermHardship, TermGraduate, YearsSinceSchool, ExtensionMonths];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Yes(FlexiblyEmployed)
            .Cite("flexibly-employed", "七", "正在从事非全日制等灵活就业。"),

        Yes(ContributionsPaid)
            .Cite("contributions-paid", "七", "已自己缴纳社会保险费。"),

        AtLeast(MonthsClaimed, 1)
            .Cite("months-claimed", "七", "至少申请1个月。"),

        Any(
            All(
                Is(PersonCategory, Hardship)
                    .Cite("hardship", "七", "就业困难人员。"),
                Below(MonthsAlreadyPaid, terms => terms.Value(TermHardship))
                    .Cite("hardship-term", "七", "补贴期限（{0}）还没有用完。", TermHardship))
                .Cite("hardship-branch", "七", "就业困难人员，且补贴期限（{0}）还没有用完。", TermHardship),
            All(
                Is(PersonCategory, Graduate)
                    .Cite("graduate", "七", "高校毕业生。"),
                Any(
                    WithinYears(LeftSchoolOn, YearsSinceSchool)
                        .Cite("left-school", "七", "申请时离校不超过{0}。", YearsSinceSchool),
                    AtLeast(MonthsAlreadyPaid, 1)
                        .Cite("already-receiving", "七", "此前已经在领取这项补贴。"))
                    .Cite("first-application", "七", "首次申请时离校不超过{0}，或者此前已经在领取。", YearsSinceSchool),
                Below(MonthsAlreadyPaid, GraduateTerm)
                    .Cite("graduate-term", "七", "补贴期限（{0}，期满仍灵活就业的当地可延长{1}）还没有用完。", TermGraduate, ExtensionMonths))
                .Cite("graduate-branch", "七", "高校毕业生，首次申请时离校不超过{0}，且补贴期限（{1}，当地可延长{2}）还没有用完。",
                    YearsSinceSchool, TermGraduate, ExtensionMonths))
            .Cite("who", "七", "就业困难人员，或者离校{0}内的高校毕业生，并且补贴期限还没有用完。", YearsSinceSchool),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var category = calculation.Need(PersonCategory);
        var claimed = calculation.Need(MonthsClaimed);
        var alreadyPaid = calculation.Need(MonthsAlreadyPaid);
        var contribution = calculation.Need(MonthlyContribution);
        if (!calculation.HasFacts) return;

        var terms = calculation.Terms;
        var months = MonthsPaid(category, claimed, alreadyPaid, terms);
        var share = calculation.Need(Share);
        var monthly = contribution.TimesDown(share);
        calculation.Note("每月补贴 = 每月缴费金额 × 补贴比例（不足1分舍去）", monthly);
        calculation.Note("本次可领月数（不超过剩余期限）", months, "个月");
        calculation.Grant(monthly * months, "每月补贴 × 本次可领月数");
        calculation.PayOnApproval(monthly * months);
    }

    /// <summary>How many of the months claimed are paid: no more than what is left of the term.</summary>
    /// <exception cref="InvalidOperationException">A fact that decides it is unknown.</exception>
    public static int MonthsPaid(FactSet facts, Terms terms) =>
        (facts[PersonCategory], facts[MonthsClaimed], facts[MonthsAlreadyPaid]) is ({ } category, { } claimed, { } alreadyPaid)
            ? MonthsPaid(category, claimed, alreadyPaid, terms)
            : throw new InvalidOperationException("Months are paid only where category, claim and earlier months are known.");

    private static int MonthsPaid(string category, int claimed, int alreadyPaid, Terms terms) =>
        MonthCeiling.Paid(claimed, TermOf(category, terms), alreadyPaid);

    private static Month? LeftSchoolIn(FactSet facts) => facts[PersonCategory] == Graduate && facts[LeftSchoolOn] is { } day ? Month.Of(day) : null;

    private static int TermOf(string? category, Terms terms) => category == Graduate ? GraduateTerm(terms) : terms.Value(TermHardship);

    /// <summary>The graduates' own term and what the city adds to it.</summary>
    private static int GraduateTerm(Terms terms) =>
        terms.Value(TermGraduate) + Math.Min(terms.Value(ExtensionMonths), ExtensionAtMost);
}

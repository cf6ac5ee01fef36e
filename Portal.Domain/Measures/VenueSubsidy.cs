using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>创业场地补贴: founders of the named groups get their rent back up to the city's standard, for up to 24 months.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 8. The two advances do not stack, the larger is paid (R7).</remarks>
public sealed class VenueSubsidy : Measure
{
    public const string MeasureCode = "venue-subsidy";

    public const string ReturningMigrant = "returning-migrant";

    /// <summary>R14: more months paid in advance count as six.</summary>
    private const int PrepayAtMost = 6;

    private const int TradingAtLeast = 6;

    private static readonly FactList Declared = new();

    public static readonly ChoiceFact PersonCategory = new(Declared, "personCategory", "您的身份", "选择最符合您的一项。",
        new("graduate", "高校毕业生"), new("returnee", "出国（境）留学回国人员"), new("veteran", "退役军人"),
        new(ReturningMigrant, "返乡入乡农民工"), new("hardship", "就业困难人员"), new("poverty", "贫困劳动力"), new("other", "其他人员"))
    {
        Reuse = FactReuse.Lasting,
    };

    public static readonly MoneyFact MonthlyRent = new(Declared, "monthlyRent", "每月场地租金", "租赁合同上的月租金。") { AtMost = Money.Yuan(1_000_000), Reuse = FactReuse.Lasting };

    public static readonly CountFact MonthsRequested = new(Declared, "monthsRequested", "本次申请月数", "个月", "连同以前领过的，最多24个月；超出的月份不计。") { AtMost = 36 };

    public static readonly CountFact MonthsAlreadyPaid = new(Declared, "monthsAlreadyPaid", "已领取月数", "个月", "以前已经领过几个月；第一次申请填 0。") { AtMost = 36 };

    public static readonly CountFact OperatingMonths = new(Declared, "operatingMonths", "已正常经营月数", "个月", "只有返乡入乡农民工需要填写：正常经营满6个月的，可以先领一半。") { AtMost = 600, GrowsMonthly = true };

    public static readonly MoneyParameter MonthlyStandard = new("venue-subsidy.monthlyStandard", "当地每月补贴标准");
    public static readonly CountParameter MaxMonths = new("venue-subsidy.maxMonths", "最长补贴月数", "个月");
    public static readonly CountParameter PrepayMonths = new("venue-subsidy.prepayMonths", "当地预拨月数", "个月");

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "创业场地补贴";

    public override string Clause => "八";

    public override Audience Audience => Audience.Person;

    public override IReadOnlyList<ApplicantGroup> Groups =>
    [
        ApplicantGroup.Founder, ApplicantGroup.Graduate, ApplicantGroup.Returnee, ApplicantGroup.Veteran,
        ApplicantGroup.Migrant, ApplicantGroup.Hardship, ApplicantGroup.Poverty,
    ];

    public override string Summary => "高校毕业生、留学回国人员、退役军人、返乡入乡农民工、就业困难人员、贫困劳动力租场地创业的，可领取不超过24个月的场地补贴。";

    public override IReadOnlyList<string> Materials => ["营业执照", "场地租赁合同", "租金支付凭证", "身份类别证明"];

    public override IReadOnlyList<string> LastingMaterials => ["营业执照", "身份类别证明"];

    public override FactList Facts => Declared;

    public override ApplicationDefinition Application { get; } = new(
        new ClaimOfMonths(MonthsRequested, (facts, terms) => MonthCeiling.Paid(facts[MonthsRequested] ?? 0, terms.Value(MaxMonths), facts[MonthsAlreadyPaid] ?? 0))
        {
            IsPaidAhead = true,
        })
    {
        MonthsPaidBefore = MonthsAlreadyPaid,
        Results = [MonthlyRent, MonthsRequested],
        MonthsInAll = (_, terms) => terms.Value(MaxMonths),
    };

    public override IReadOnlyList<Parameter> Parameters => [MonthlyStandard, MaxMonths, PrepayMonths];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Is(PersonCategory, "graduate", "returnee", "veteran", ReturningMigrant, "hardship", "poverty")
            .Cite("who", "八", "高校毕业生、留学回国人员、退役军人、返乡入乡农民工、就业困难人员或贫困劳动力。"),

        AtLeast(MonthsRequested, 1)
            .Cite("months", "八", "至少申请1个月。"),

        Below(MonthsAlreadyPaid, terms => terms.Value(MaxMonths))
            .Cite("term", "八", "补贴期限（{0}）还没有用完。", MaxMonths),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var category = calculation.Need(PersonCategory);
        var rent = calculation.Need(MonthlyRent);
        var requested = calculation.Need(MonthsRequested);
        var alreadyPaid = calculation.Need(MonthsAlreadyPaid);
        var operating = category == ReturningMigrant ? calculation.Need(OperatingMonths) : 0;
        if (!calculation.HasFacts) return;

        var standard = calculation.Need(MonthlyStandard);
        var months = MonthCeiling.Paid(requested, calculation.Need(MaxMonths), alreadyPaid);
        var prepayMonths = Math.Min(calculation.Need(PrepayMonths), PrepayAtMost);
        if (!calculation.IsReady) return;

        var monthly = Money.Min(rent, standard);
        var amount = monthly * months;
        calculation.Note("每月补贴（租金与当地标准取低者）", monthly);
        calculation.Note("本次可领月数（不超过剩余期限）", months, "个月");
        calculation.Grant(amount, "每月补贴 × 本次可领月数");

        var byMonths = monthly * Math.Min(prepayMonths, months);
        var byHalf = operating >= TradingAtLeast ? amount.TimesDown(Rate.Half) : Money.Zero;
        var advance = Money.Max(byMonths, byHalf);
        calculation.PayOnApproval(advance);
        calculation.Pay(Trigger.PeriodEnd, amount - advance, due: null);
    }
}

using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>一次性吸纳就业补贴: a single grant for each long-unemployed person or graduate a firm takes on.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 6. The amount is the city's (R8); the advance follows R6.</remarks>
public sealed class HiringGrant : Measure
{
    public const string RegisteredUnemployed = "registered-unemployed";
    public const string Graduate = "graduate";
    public const string Other = "other";

    private const int UnemployedAtLeast = 6;
    private const int ContractAtLeast = 12;

    private static readonly FactList Declared = new();

    public static readonly ChoiceFact HireCategory = new(Declared, "hireCategory", "新招用人员类别",
        "按签订劳动合同时的身份选择。",
        new(RegisteredUnemployed, "登记失业人员"), new(Graduate, "高校毕业生"), new(Other, "其他人员"));

    public static readonly CountFact UnemployedMonths = new(Declared, "unemployedMonths", "登记失业月数", "个月", "从办理失业登记到签订劳动合同，满几个月填几个月。") { AtMost = 600, GrowsMonthly = true };

    public static readonly CountFact ContractMonths = new(Declared, "contractMonths", "劳动合同期限", "个月",
        "劳动合同约定的期限；无固定期限合同填 999。")
    { AtMost = 999, WithoutEnd = 999 };

    public static readonly YesNoFact SocialInsurancePaid = new(Declared, "socialInsurancePaid", "是否已为其缴纳社会保险费",
        "签订合同后已按规定为其参保缴费。");

    public static readonly CountFact Hires = new(Declared, "hires", "招用人数", "人",
        "符合条件、本次申请补贴的人数。")
    { AtMost = 10_000 };

    public static readonly YesNoFact PremiumReliefPeriod = new(Declared, "premiumReliefPeriod", "企业是否正在享受阶段性减免社会保险费",
        "减免期内先预拨一部分，恢复缴费后拨付余下部分。");

    public static readonly MoneyParameter AmountPerPerson = new("hiring-grant.amountPerPerson", "每人补贴标准");
    public static readonly RateParameter PrepayShare = new("hiring-grant.prepayShare", "预拨比例");

    public override string Code => "hiring-grant";

    public override string Version => "1";

    public override string Name => "一次性吸纳就业补贴";

    public override string Clause => "六";

    public override Audience Audience => Audience.Firm;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Employer];

    public override string Summary => "企业招用登记失业半年以上人员或高校毕业生，签订1年以上劳动合同并缴纳社会保险的，每招一人给予一次性补贴。";

    public override IReadOnlyList<string> Materials => ["劳动合同", "社会保险缴费凭证", "毕业证书或失业登记证明"];

    public override FactList Facts => Declared;

    public override ApplicationDefinition Application { get; } = new(new ClaimRule.Once())
    {
        People = new PeopleList("新招用人员", [HireCategory, UnemployedMonths, ContractMonths, SocialInsurancePaid]) { Count = Hires },
    };

    public override IReadOnlyList<Parameter> Parameters => [AmountPerPerson, PrepayShare];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Any(
            All(
                Is(HireCategory, RegisteredUnemployed)
                    .Cite("registered-unemployed", "六", "招用的是登记失业人员。"),
                AtLeast(UnemployedMonths, UnemployedAtLeast)
                    .Cite("unemployed-months", "六", "登记失业满半年（6个月）。"))
                .Cite("long-unemployed", "六", "登记失业半年以上人员。"),
            Is(HireCategory, Graduate)
                .Cite("graduate", "六", "高校毕业生。"))
            .Cite("who", "六", "招用的是登记失业半年以上人员，或者高校毕业生。"),

        AtLeast(ContractMonths, ContractAtLeast)
            .Cite("contract", "六", "签订1年以上（含1年）劳动合同。"),

        Yes(SocialInsurancePaid)
            .Cite("insured", "六", "已按规定为其缴纳社会保险费。"),

        AtLeast(Hires, 1)
            .Cite("hires", "六", "至少招用1人。"),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var hires = calculation.Need(Hires);
        var relief = calculation.Need(PremiumReliefPeriod);
        if (!calculation.HasFacts) return;

        var each = calculation.Need(AmountPerPerson);
        if (!calculation.IsReady) return;

        var amount = each * hires;
        calculation.Grant(amount, "每人补贴标准 × 招用人数");
        if (!relief)
        {
            calculation.PayOnApproval(amount);
            return;
        }

        // R6 and R14: an advance of at most half, rounded down; the rest once contributions resume.
        var advance = amount.TimesDown(Rate.Min(calculation.Need(PrepayShare), Rate.Half));
        calculation.PayOnApproval(advance);
        calculation.Pay(Trigger.ContributionsResume, amount - advance, due: null);
    }
}

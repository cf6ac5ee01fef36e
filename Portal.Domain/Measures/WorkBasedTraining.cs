using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>以工代训补贴: firms that train new hires, or their own staff while stopped by the epidemic, on the job.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 5. Hires are paid by the local minimum wage, staff of stopped firms by a flat sum.</remarks>
public sealed class WorkBasedTraining : Measure
{
    public const string Graduate = "graduate";
    public const string Hardship = "hardship";
    public const string ZeroEmploymentFamily = "zero-employment-family";
    public const string RegisteredUnemployed = "registered-unemployed";
    public const string Employee = "employee";

    private static readonly FactList Declared = new();

    public static readonly ChoiceFact TraineeCategory = new(Declared, "traineeCategory", "参训人员类别",
        "按签订劳动合同时的身份选择；停工停产企业组织在职职工培训的，选“在职职工”。",
        new(Graduate, "高校毕业生"), new(Hardship, "就业困难人员"), new(ZeroEmploymentFamily, "零就业家庭成员"),
        new(RegisteredUnemployed, "登记失业人员"), new(Employee, "在职职工"), new("other", "其他人员"));

    public static readonly CountFact ContractMonths = new(Declared, "contractMonths", "劳动合同期限", "个月",
        "劳动合同约定的期限；无固定期限合同填 999。")
    { AtMost = 999, WithoutEnd = 999 };

    public static readonly YesNoFact SocialInsurancePaid = new(Declared, "socialInsurancePaid", "是否已为其缴纳社会保险费",
        "签订合同后已按规定为其参保缴费。");

    public static readonly ChoiceFact EnterpriseSize = new(Declared, "enterpriseSize", "企业规模",
        "按统计上大中小微型企业划分办法，可在“小微企业名录”中查询。",
        new(StabilizationRefund.Large, "大型"), new(StabilizationRefund.Medium, "中型"), new(StabilizationRefund.Small, "小型"), new(StabilizationRefund.Micro, "微型"))
    {
        Reuse = FactReuse.Lasting,
    };

    public static readonly YesNoFact StoppedByEpidemic = new(Declared, "stoppedByEpidemic", "企业是否因疫情停工停产",
        "受疫情影响，较长时间停工停产、生产经营暂遇困难。");

    public static readonly CountFact Months = new(Declared, "months", "培训月数", "个月", "本次申请几个月的补贴，最多按6个月计算。") { AtMost = 12 };

    public static readonly CountFact Trainees = new(Declared, "trainees", "参训人数", "人", "本次申请补贴的人数。") { AtMost = 10_000 };

    public static readonly RateParameter ShareOfMinimumWage = new("work-based-training.shareOfMinimumWage", "补贴占当地最低工资的比例");
    public static readonly MoneyParameter StoppedFirmMonthly = new("work-based-training.stoppedFirmMonthly", "停工停产企业每人每月补贴");
    public static readonly CountParameter MaxMonths = new("work-based-training.maxMonths", "最长补贴月数", "个月");

    public override string Code => "work-based-training";

    public override string Version => "1";

    public override string Name => "以工代训补贴";

    public override string Clause => "五";

    public override Audience Audience => Audience.Firm;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Employer];

    public override string Summary => "企业吸纳重点群体就业并开展以工代训，或因疫情停工停产期间组织职工以工代训的，按人数和月数给予补贴。";

    public override IReadOnlyList<string> Materials => ["参训人员花名册", "工资发放凭证", "劳动合同"];

    public override FactList Facts => Declared;

    public override ApplicationDefinition Application { get; } = new(
        new ClaimOfMonths(Months, (facts, terms) => MonthCeiling.Paid(facts[Months] ?? 0, terms.Value(MaxMonths))) { PaidBy = ShareOfMinimumWage, Start = "培训开始日期" })
    {
        MonthsInAll = (_, terms) => terms.Value(MaxMonths),
        People = new PeopleList("参训人员", [TraineeCategory, ContractMonths, SocialInsurancePaid, Months]) { Count = Trainees, Alike = [TraineeCategory, Months] },
    };

    public override IReadOnlyList<Parameter> Parameters => [ShareOfMinimumWage, StoppedFirmMonthly, MaxMonths, SharedParameters.MinimumWageMonthly];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Any(
            All(
                Is(TraineeCategory, Graduate)
                    .Cite("graduate", "五", "参训的是高校毕业生。"),
                AtLeast(ContractMonths, 12)
                    .Cite("graduate-contract", "五", "签订1年以上（含1年）劳动合同。"),
                Yes(SocialInsurancePaid)
                    .Cite("graduate-insured", "五", "已按规定为其缴纳社会保险费。"))
                .Cite("graduates", "五", "招用高校毕业生，签订1年以上劳动合同并缴纳社会保险费。"),
            All(
                Is(TraineeCategory, Hardship, ZeroEmploymentFamily, RegisteredUnemployed)
                    .Cite("hard-to-employ", "五", "参训的是就业困难人员、零就业家庭成员或登记失业人员。"),
                IsNot(EnterpriseSize, StabilizationRefund.Large)
                    .Cite("hard-to-employ-size", "五", "是中小微企业。"))
                .Cite("hard-to-employ-hires", "五", "中小微企业招用就业困难人员、零就业家庭成员或登记失业人员。"),
            All(
                Is(TraineeCategory, Employee)
                    .Cite("employee", "五", "参训的是在职职工。"),
                Yes(StoppedByEpidemic)
                    .Cite("stopped", "五", "企业因疫情停工停产。"),
                IsNot(EnterpriseSize, StabilizationRefund.Large)
                    .Cite("stopped-size", "五", "是中小微企业。"))
                .Cite("stopped-firm", "五", "因疫情停工停产的中小微企业组织在职职工以工代训。"))
            .Cite("who", "五", "招用高校毕业生等重点群体，或者因疫情停工停产的中小微企业组织职工以工代训。"),

        AtLeast(Months, 1)
            .Cite("months", "五", "至少培训1个月。"),

        AtLeast(Trainees, 1)
            .Cite("trainees", "五", "至少1人参训。"),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var category = calculation.Need(TraineeCategory);
        var trainees = calculation.Need(Trainees);
        var months = calculation.Need(Months);
        if (!calculation.HasFacts) return;

        var monthly = category == Employee
            ? calculation.Need(StoppedFirmMonthly)
            : calculation.Need(SharedParameters.MinimumWageMonthly).TimesHalfUp(calculation.Need(ShareOfMinimumWage));
        var paidMonths = MonthCeiling.Paid(months, calculation.Need(MaxMonths));
        if (!calculation.IsReady) return;

        var amount = monthly * paidMonths * trainees;
        calculation.Note("每人每月补贴", monthly);
        calculation.Note("计算月数（不超过最长补贴月数）", paidMonths, "个月");
        calculation.Grant(amount, "每人每月补贴 × 计算月数 × 参训人数");
        calculation.PayOnApproval(amount);
    }
}

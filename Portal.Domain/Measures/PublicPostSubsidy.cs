using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>临时性公益性岗位补贴: temporary public posts for persons in employment difficulty, up to six months.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 14: full-time by the monthly, part-time by the hourly minimum wage.</remarks>
public sealed class PublicPostSubsidy : Measure
{
    public const string MeasureCode = "public-post-subsidy";

    private static readonly FactList Declared = new();

    public static readonly YesNoFact HireIsHardship = new(Declared, "hireIsHardship", "安置的是否为就业困难人员", "需由街道（乡镇）认定。");

    public static readonly CountFact Months = new(Declared, "months", "在岗月数", "个月", "临时性公益性岗位最长6个月。") { AtMost = 12 };

    public static readonly YesNoFact FullTime = new(Declared, "fullTime", "是否全日制", "全日制按月发工资；非全日制按小时计酬。");

    public static readonly CountFact Hours = new(Declared, "hours", "总工作小时数", "小时", "只有非全日制岗位需要填写：在岗期间一共工作多少小时。") { AtMost = 4_464 };

    public static readonly CountParameter MaxMonths = new("public-post-subsidy.maxMonths", "最长在岗月数", "个月");

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "临时性公益性岗位补贴";

    public override string Clause => "十四";

    public override Audience Audience => Audience.Firm;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Employer];

    public override string Summary => "用临时性公益性岗位安置就业困难人员的，在岗不超过6个月，全日制按月最低工资、非全日制按小时最低工资给予岗位补贴。";

    public override IReadOnlyList<string> Materials => ["就业困难人员认定材料", "岗位协议", "考勤和工资发放凭证"];

    public override FactList Facts => Declared;

    /// <summary>Of a month of 31 days.</summary>
    private const int HoursOfAMonth = 744;

    public override IReadOnlyList<FactCheck> Checks { get; } =
    [
        new(Hours, facts => facts[Hours] > facts[Months] * HoursOfAMonth, "“总工作小时数”比在岗的月份里所有的小时还多，请核对。"),
    ];

    public override ApplicationDefinition Application { get; } = new(new ClaimOfMonths(Months, (facts, _) => facts[Months] ?? 0))
    {
        MonthsInAll = (_, terms) => terms.Value(MaxMonths),
        People = new PeopleList("安置人员", [HireIsHardship, Months, FullTime, Hours]),
    };

    public override IReadOnlyList<Parameter> Parameters => [MaxMonths, SharedParameters.MinimumWageMonthly, SharedParameters.MinimumWageHourly];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Yes(HireIsHardship)
            .Cite("hardship", "十四", "安置的是就业困难人员。"),

        All(
            AtLeast(Months, 1)
                .Cite("some-months", "十四", "在岗至少1个月。"),
            AtMost(Months, MaxMonths)
                .Cite("max-months", "十四", "在岗不超过{0}。", MaxMonths))
            .Cite("months", "十四", "在岗1个月以上，不超过{0}。", MaxMonths),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var months = calculation.Need(Months);
        var fullTime = calculation.Need(FullTime);
        var hours = calculation.Ask(FullTime) == false ? calculation.Need(Hours) : 0;
        if (!calculation.HasFacts) return;

        var amount = fullTime
            ? calculation.Need(SharedParameters.MinimumWageMonthly) * months
            : calculation.Need(SharedParameters.MinimumWageHourly) * hours;
        if (!calculation.IsReady) return;

        calculation.Grant(amount, fullTime ? "当地月最低工资标准 × 在岗月数" : "当地小时最低工资标准 × 总工作小时数");
        calculation.PayOnApproval(amount);
    }
}

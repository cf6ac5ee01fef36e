using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>吸纳就业岗位补贴: employers who take on persons in employment difficulty, by the local minimum wage.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 6; ruling R2: the payroll months 2020-11 to 2021-10, each by its own wage.</remarks>
public sealed class PostSubsidy : Measure
{
    public const string MeasureCode = "post-subsidy";

    public static readonly Month WindowStart = new(2020, 11);
    public static readonly Month WindowEnd = new(2021, 10);

    private static readonly FactList Declared = new();

    public static readonly YesNoFact HireIsHardship = new(Declared, "hireIsHardship", "招用的是否为就业困难人员",
        "需由街道（乡镇）认定。");

    public static readonly YesNoFact ContractSigned = new(Declared, "contractSigned", "是否已签订劳动合同", "与招用的人员签了书面劳动合同。");

    public static readonly YesNoFact SocialInsurancePaid = new(Declared, "socialInsurancePaid", "是否已为其缴纳社会保险费",
        "签订合同后已按规定为其参保缴费。");

    public static readonly CountFact Hires = new(Declared, "hires", "招用人数", "人", "本次申请补贴的人数。") { AtMost = 10_000 };

    public static readonly MonthFact FirstMonth = new(Declared, "firstMonth", "申请的第一个月", "从哪个月的工资开始申请，例如 2020-11。");

    public static readonly CountFact Months = new(Declared, "months", "申请月数", "个月", "连续申请几个月；超出执行期（2020年11月至2021年10月）的月份不计。") { AtMost = 12 };

    public static readonly RateParameter ShareOfMinimumWage = new("post-subsidy.shareOfMinimumWage", "补贴占当地最低工资的比例");

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "吸纳就业岗位补贴";

    public override string Clause => "六";

    public override Audience Audience => Audience.Firm;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Employer];

    public override string Summary => "招用就业困难人员并签订劳动合同、缴纳社会保险费的单位，每人每月按当地最低工资标准的50%领取岗位补贴，执行12个月。";

    public override IReadOnlyList<string> Materials => ["就业困难人员认定材料", "劳动合同", "社会保险缴费凭证", "工资发放凭证"];

    public override FactList Facts => Declared;

    public override ApplicationDefinition Application { get; } = new(
        new ClaimOfMonths(Months, (facts, _) => facts[Months] ?? 0, FirstMonth) { NotBefore = WindowStart, NotAfter = WindowEnd, Start = "劳动合同开始日期" })
    {
        People = new PeopleList("招用人员", [HireIsHardship, ContractSigned, SocialInsurancePaid, FirstMonth, Months]) { Count = Hires, Alike = [FirstMonth, Months] },
    };

    public override IReadOnlyList<Parameter> Parameters => [ShareOfMinimumWage, SharedParameters.MinimumWageMonthly];

    public override IReadOnlyList<Parameter> OptionalParameters => [ShareOfMinimumWage];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Yes(HireIsHardship)
            .Cite("hardship", "六", "招用的是就业困难人员。"),

        Yes(ContractSigned)
            .Cite("contract", "六", "已签订劳动合同。"),

        Yes(SocialInsurancePaid)
            .Cite("insured", "六", "已按规定为其缴纳社会保险费。"),

        AtLeast(Hires, 1)
            .Cite("hires", "六", "至少招用1人。"),

        AtLeast(Months, 1)
            .Cite("months", "六", "至少申请1个月。"),

        All(
            NotAfter(FirstMonth, WindowEnd)
                .Cite("not-after", "六", "第一个月不晚于2021年10月。"),
            Any(
                NotBefore(FirstMonth, WindowStart)
                    .Cite("not-before", "六", "第一个月不早于2020年11月。"),
                Reaches(FirstMonth, Months, WindowStart)
                    .Cite("reaches", "六", "申请的月份延续到2020年11月或以后。"))
                .Cite("in-or-after", "六", "申请的月份没有全部早于2020年11月。"))
            .Cite("window", "六", "申请的月份至少有一个在执行期（2020年11月至2021年10月）内。"),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var hires = calculation.Need(Hires);
        var first = calculation.Need(FirstMonth);
        var months = calculation.Need(Months);
        if (!calculation.HasFacts) return;

        var amount = Money.Zero;
        var last = Math.Min((long)WindowEnd.Index, (long)first.Index + months - 1);
        for (var month = first < WindowStart ? WindowStart : first; month.Index <= last; month += 1)
        {
            var monthly = calculation.NeedOn(SharedParameters.MinimumWageMonthly, month.FirstDay)
                .TimesHalfUp(calculation.NeedOn(ShareOfMinimumWage, month.FirstDay));
            calculation.Note(month, "每人补贴", monthly);
            amount += monthly * hires;
        }

        if (!calculation.IsReady) return;
        calculation.Grant(amount, "各月每人补贴 × 招用人数，逐月相加");
        calculation.PayOnApproval(amount);
    }
}

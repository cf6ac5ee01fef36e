using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>就业见习补贴: hosts of interns, by the local minimum wage; half first, the rest when the internship ends.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 13. Months lost to the epidemic lengthen the term.</remarks>
public sealed class InternshipSubsidy : Measure
{
    public const string MeasureCode = "internship-subsidy";

    private const int MonthsAtLeast = 3;

    private static readonly FactList Declared = new();

    public static readonly CountFact Interns = new(Declared, "interns", "见习人数", "人", "本次申请补贴的人数。") { AtMost = 10_000 };

    public static readonly CountFact Months = new(Declared, "months", "见习月数", "个月", "每人见习几个月；超过12个月（加上疫情中断的月数）的部分不计。") { AtMost = 36 };

    public static readonly CountFact InterruptedMonths = new(Declared, "interruptedMonths", "因疫情中断的月数", "个月", "没有中断填 0。") { AtMost = 24 };

    public static readonly CountFact RetainedGraduates = new(Declared, "retainedGraduates", "期满留用的高校毕业生", "人", "还没有期满可以不填。") { AtMost = 10_000, Optional = true };

    public static readonly MoneyFact EmployerInsuranceSubsidy = new(Declared, "employerInsuranceSubsidy", "留用人员的单位社会保险补贴", "留用后可以享受的社会保险补贴总额，没有可以不填。") { AtMost = Money.Yuan(100_000_000), Optional = true };

    public static readonly RateParameter ShareOfMinimumWage = new("internship-subsidy.shareOfMinimumWage", "补贴占当地最低工资的比例");
    public static readonly RateParameter PrepayShare = new("internship-subsidy.prepayShare", "预拨比例");
    public static readonly CountParameter MaxMonths = new("internship-subsidy.maxMonths", "最长补贴月数", "个月");

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "就业见习补贴";

    public override string Clause => "十三";

    public override Audience Audience => Audience.Firm;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.InternshipHost];

    public override string Summary => "组织符合条件人员参加就业见习的单位，按人数和月数领取补贴，先拨一半；高校毕业生期满留用的，还可预拨社会保险补贴。";

    public override IReadOnlyList<string> Materials => ["见习协议", "见习人员花名册", "生活补助发放凭证"];

    public override FactList Facts => Declared;

    public override IReadOnlyList<FactCheck> Checks { get; } =
    [
        new(RetainedGraduates, facts => facts[RetainedGraduates] > facts[Interns], "“期满留用的高校毕业生”不能比“见习人数”多，请核对。"),
        new(RetainedGraduates, facts => facts[EmployerInsuranceSubsidy] > Money.Zero && facts[RetainedGraduates] == 0, "没有人留用，就没有“留用人员的单位社会保险补贴”，请核对留用人数。"),
    ];

    public override ApplicationDefinition Application { get; } = new(
        new ClaimOfMonths(Months, (facts, terms) => MonthCeiling.Paid(facts[Months] ?? 0, (long)terms.Value(MaxMonths) + (facts[InterruptedMonths] ?? 0)))
        {
            IsPaidAhead = true,
        })
    {
        Results = [Interns, Months],
        MonthsInAll = (facts, terms) => terms.Value(MaxMonths) + (facts[InterruptedMonths] ?? 0),
        People = new PeopleList("见习人员", [Months, InterruptedMonths]) { Count = Interns, Alike = [Months, InterruptedMonths] },
    };

    public override IReadOnlyList<Parameter> Parameters => [ShareOfMinimumWage, PrepayShare, MaxMonths, SharedParameters.MinimumWageMonthly];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        AtLeast(Interns, 1)
            .Cite("interns", "十三", "至少1人参加见习。"),

        AtLeast(Months, MonthsAtLeast)
            .Cite("months", "十三", "见习3个月以上（含3个月）。"),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var interns = calculation.Need(Interns);
        var months = calculation.Need(Months);
        var interrupted = calculation.Need(InterruptedMonths);
        if (!calculation.HasFacts) return;

        if (calculation.Ask(RetainedGraduates) > 0 && calculation.Ask(EmployerInsuranceSubsidy) is { } insurance)
            calculation.SetExtras(new AssessmentExtras(RetentionAdvance: insurance.TimesDown(Rate.Half)));

        var share = calculation.Need(ShareOfMinimumWage);
        var wage = calculation.Need(SharedParameters.MinimumWageMonthly);
        var prepay = Rate.Min(calculation.Need(PrepayShare), Rate.Half);
        var paidMonths = MonthCeiling.Paid(months, (long)calculation.Need(MaxMonths) + interrupted);
        if (!calculation.IsReady) return;

        var monthly = wage.TimesHalfUp(share);
        var amount = monthly * paidMonths * interns;
        calculation.Note("每人每月补贴", monthly);
        calculation.Note("计算月数（不超过最长月数与中断月数之和）", paidMonths, "个月");
        calculation.Grant(amount, "每人每月补贴 × 计算月数 × 见习人数");

        var advance = amount.TimesDown(prepay);
        calculation.PayOnApproval(advance);
        calculation.Pay(Trigger.InternshipEnd, amount - advance, due: null);
    }
}

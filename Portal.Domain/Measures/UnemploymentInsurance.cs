using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>失业保险金: the unemployment benefit by years of contribution.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 15; the amounts follow 辽人社〔2019〕15号. Paid monthly, so there are no instalments here.</remarks>
public sealed class UnemploymentInsurance : Measure
{
    public const string MeasureCode = "unemployment-insurance";

    private static readonly FactList Declared = new();

    public static readonly CountFact ContributionYears = new(Declared, "contributionYears", "累计缴费年限", "年", "单位和您本人累计缴纳失业保险费满几年填几年。") { AtMost = 50 };

    public static readonly YesNoFact Involuntary = new(Declared, "involuntary", "是否非本人意愿中断就业", "如合同到期单位不续签、被辞退、单位解散等；自己辞职不算。") { Asked = "您是非本人意愿中断就业的吗？" };

    public static readonly YesNoFact RegisteredUnemployed = new(Declared, "registeredUnemployed", "是否已办理失业登记并有求职要求", "在当地公共就业服务机构办理了失业登记，并愿意找工作。") { Asked = "您办理了失业登记，并且正在找工作吗？" };

    public static readonly RateParameter ShareUnder10Years = new("unemployment-insurance.shareUnder10Years", "缴费不满10年的发放比例");
    public static readonly RateParameter Share10YearsAndMore = new("unemployment-insurance.share10YearsAndMore", "缴费满10年的发放比例");

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "失业保险金";

    public override string Clause => "十五";

    public override Audience Audience => Audience.Person;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Jobless];

    public override string Summary => "缴纳失业保险费满1年、非本人意愿失业并已办理失业登记的，按月领取失业保险金，最长24个月。";

    public override string? Otherwise =>
        "参保缴费不满1年，或者失业保险金已经领完的，可以向参保地的失业保险经办机构申请失业补助金（第十五条）；还没有办理失业登记的，请先到街道（乡镇）或人社窗口登记。";

    public override IReadOnlyList<string> Materials => ["身份证", "解除或终止劳动关系证明"];

    public override IReadOnlyList<string> LastingMaterials => ["身份证"];

    public override FactList Facts => Declared;

    public override ApplicationDefinition Application { get; } = new(
        new ClaimOfMonthsAfter("失业登记日期", facts => MonthsFor(facts[ContributionYears] ?? 0), ShareUnder10Years));

    public override IReadOnlyList<Parameter> Parameters => [ShareUnder10Years, Share10YearsAndMore, SharedParameters.MinimumWageMonthly];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        AtLeast(ContributionYears, 1)
            .Cite("years", "十五", "累计缴纳失业保险费满1年。"),

        Yes(Involuntary)
            .Cite("involuntary", "十五", "非本人意愿中断就业。"),

        Yes(RegisteredUnemployed)
            .Cite("registered", "十五", "已办理失业登记，并有求职要求。"),
    ];

    /// <summary>How long the benefit is paid: three months a year under five years, then a month a year up to 18; 24 from ten years.</summary>
    public static int MonthsFor(int years) => years switch
    {
        < 5 => 3 * years,
        < 10 => Math.Min(12 + (years - 4), 18),
        _ => 24,
    };

    protected override void Compute(ref Calculation calculation)
    {
        var years = calculation.Need(ContributionYears);
        if (!calculation.HasFacts) return;

        var months = MonthsFor(years);
        var share = calculation.Need(years < 10 ? ShareUnder10Years : Share10YearsAndMore);
        var wage = calculation.Need(SharedParameters.MinimumWageMonthly);
        if (!calculation.IsReady)
        {
            calculation.SetExtras(new AssessmentExtras(Months: months));
            return;
        }

        var monthly = wage.TimesHalfUpToYuan(share);
        calculation.SetExtras(new AssessmentExtras(Monthly: monthly, Months: months));
        calculation.Note("每月发放（四舍五入到元）", monthly);
        calculation.Note("领取月数", months, "个月");
        calculation.Grant(monthly * months, "每月发放 × 领取月数");
    }
}

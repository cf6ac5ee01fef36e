using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>培训补贴: training bodies are paid in three steps, half at the start, a quarter halfway, the rest on acceptance.</summary>
/// <remarks>
/// 辽政办发〔2020〕25号, clause 12. What was advanced above the final amount is paid back, so that instalments less
/// the clawback are always the amount.
/// </remarks>
public sealed class TrainingSubsidy : Measure
{
    public const string MeasureCode = "training-subsidy";

    private static readonly FactList Declared = new();

    public static readonly MoneyFact EstimatedAmount = new(Declared, "estimatedAmount", "预计补贴数额", "按人数和课时标准预计的补贴总额。") { AtMost = Money.Yuan(100_000_000) };

    public static readonly DateFact StartedOn = new(Declared, "startedOn", "开班日期", "培训开始的日期。") { YearsBack = 5, YearsAhead = 1 };

    public static readonly DateFact HalfwayOn = new(Declared, "halfwayOn", "培训过半日期", "培训达到正常进度一半的日期，还没有到可以不填。") { YearsBack = 5, Optional = true };

    public static readonly YesNoFact PassedAcceptance = new(Declared, "passedAcceptance", "是否通过验收", "还没有验收可以不填。") { Optional = true };

    public static readonly DateFact NoticeEndedOn = new(Declared, "noticeEndedOn", "公示结束日期", "验收合格并公示无异议的日期，还没有可以不填。") { YearsBack = 5, Optional = true };

    public static readonly MoneyFact FinalAmount = new(Declared, "finalAmount", "核定补贴数额", "验收后核定的数额；与预计相同可以不填。") { AtMost = Money.Yuan(100_000_000), Optional = true };

    public static readonly SharesParameter Shares = new("training-subsidy.shares", "开班时、过半时的拨付比例");
    public static readonly CountParameter StartDueDays = new("training-subsidy.startDueWorkingDays", "开班后拨付期限", "个工作日");
    public static readonly CountParameter FinalDueDays = new("training-subsidy.finalDueWorkingDays", "公示后拨付期限", "个工作日");

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "职业培训补贴";

    public override string Clause => "十二";

    public override Audience Audience => Audience.Firm;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.TrainingBody];

    public override string Summary => "培训机构开班后10个工作日内先拨付预计补贴的50%，培训过半再拨25%，验收合格并公示后5个工作日内拨付其余部分。";

    public override IReadOnlyList<string> Materials => ["开班备案材料", "学员花名册", "验收材料"];

    public override FactList Facts => Declared;

    public override IReadOnlyList<FactCheck> Checks { get; } =
    [
        new(HalfwayOn, facts => facts[HalfwayOn] < facts[StartedOn], "“培训过半日期”不能早于“开班日期”，请核对。"),
        new(NoticeEndedOn, facts => facts[NoticeEndedOn] < facts[StartedOn] || facts[NoticeEndedOn] < facts[HalfwayOn], "“公示结束日期”不能早于开班和过半的日期，请核对。"),
        new(FinalAmount, facts => facts[FinalAmount] is not null && facts[PassedAcceptance] is not true, "通过验收以后才有“核定补贴数额”，请核对是否通过验收。"),
    ];

    public override ApplicationDefinition Application { get; } = new(new ClaimRule.OfTraining())
    {
        People = new PeopleList("学员", []),
        Began = StartedOn,
        Later = [HalfwayOn, PassedAcceptance, NoticeEndedOn, FinalAmount],
        Results = [FinalAmount, HalfwayOn, NoticeEndedOn],
        Acceptance = new Acceptance(PassedAcceptance, FinalAmount, HalfwayOn, NoticeEndedOn),
    };

    public override IReadOnlyList<Parameter> Parameters => [Shares, StartDueDays, FinalDueDays];

    public override CountParameter DueDays(string trigger) => trigger switch
    {
        Trigger.TrainingStart => StartDueDays,
        Trigger.Acceptance => FinalDueDays,
        _ => base.DueDays(trigger),
    };

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        AboveZero(EstimatedAmount)
            .Cite("estimated", "十二", "预计补贴数额大于0。"),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var estimated = calculation.Need(EstimatedAmount);
        var startedOn = calculation.Need(StartedOn);
        if (!calculation.HasFacts) return;

        var shares = calculation.Need(Shares);
        var startDays = calculation.Need(StartDueDays);
        var finalDays = calculation.Need(FinalDueDays);
        if (!calculation.IsReady) return;

        var passed = calculation.Ask(PassedAcceptance);
        // Until acceptance all three steps are planned; after it, the 25 % was only paid if the training got halfway.
        var hasHalfway = passed is null || calculation.Ask(HalfwayOn) is not null;
        var atStart = estimated.TimesDown(shares![0]);
        var halfway = hasHalfway ? estimated.TimesDown(shares[1]) : Money.Zero;
        var advanced = atStart + halfway;
        var amount = passed switch
        {
            false => Money.Zero,
            true => calculation.Ask(FinalAmount) ?? estimated,
            null => estimated,
        };
        var rest = Money.Max(Money.Zero, amount - advanced);

        calculation.Grant(amount, passed == false ? "未通过验收，据实收回预拨资金" : passed == true ? "核定补贴数额" : "预计补贴数额");
        calculation.PayWorkingDaysAfter(Trigger.TrainingStart, atStart, startedOn, startDays);
        calculation.Pay(Trigger.Halfway, halfway, due: null);
        calculation.PayWorkingDaysAfter(Trigger.Acceptance, rest, calculation.Ask(NoticeEndedOn), finalDays);
        calculation.SetExtras(new AssessmentExtras(Clawback: advanced + rest - amount));
    }
}

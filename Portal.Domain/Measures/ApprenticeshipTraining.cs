using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>企业新型学徒制培训补贴: firms that train new graduates or young staff as apprentices for a year or more.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 11. The standards are those of the day the training started (R11).</remarks>
public sealed class ApprenticeshipTraining : Measure
{
    public const string MeasureCode = "apprenticeship-training";
    public const string Senior = "senior";

    private const int TrainingAtLeast = 12;
    private const int PaidAtMost = 24;

    private static readonly FactList Declared = new();

    public static readonly ChoiceFact TraineeKind = new(Declared, "traineeKind", "学徒类别", "按学徒参加培训时的情况选择。",
        new("graduate", "新招用高校毕业生"), new("young-employee", "在职青年职工"), new("other", "其他人员"));

    public static readonly CountFact TrainingMonths = new(Declared, "trainingMonths", "培训期限", "个月", "学徒培训协议约定的期限；最多按24个月计算。") { AtMost = 60 };

    public static readonly DateFact StartedOn = new(Declared, "startedOn", "开班日期", "2020年或2021年开班的可以申请。") { YearsBack = 5, YearsAhead = 2 };

    public static readonly CountFact Trainees = new(Declared, "trainees", "学徒人数", "人", "本次申请补贴的人数。") { AtMost = 10_000 };

    public static readonly ChoiceFact Level = new(Declared, "level", "培养等级", "学徒培训协议约定培养到的等级。", new("mid", "中级工"), new(Senior, "高级工"));

    public static readonly YesNoFact CostlyOrScarce = new(Declared, "costlyOrScarce", "是否属于培养成本高或急需紧缺职业（工种）",
        "按当地公布的目录确定。");

    public static readonly MoneyParameter StandardMid = new("apprenticeship-training.annualStandard.mid", "中级工每人每年标准");
    public static readonly MoneyParameter StandardSenior = new("apprenticeship-training.annualStandard.senior", "高级工每人每年标准");
    public static readonly RateParameter Uplift = new("apprenticeship-training.uplift", "紧缺职业上浮比例");

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "企业新型学徒制培训补贴";

    public override string Clause => "十一";

    public override Audience Audience => Audience.Firm;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Employer];

    public override string Summary => "2020年至2021年，企业组织新招用高校毕业生或在职青年职工开展1年以上新型学徒制培训的，按标准给予职业培训补贴。";

    public override IReadOnlyList<string> Materials => ["学徒培训协议", "学徒花名册", "劳动合同"];

    public override FactList Facts => Declared;

    public override ApplicationDefinition Application { get; } = new(new ClaimRule.OfTraining())
    {
        People = new PeopleList("学徒", [TraineeKind]) { Count = Trainees },
    };

    public override IReadOnlyList<Parameter> Parameters => [StandardMid, StandardSenior, Uplift];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Is(TraineeKind, "graduate", "young-employee")
            .Cite("who", "十一", "学徒是新招用高校毕业生或在职青年职工。"),

        AtLeast(TrainingMonths, TrainingAtLeast)
            .Cite("months", "十一", "培训1年以上（含1年）。"),

        Within(StartedOn, new DateOnly(2020, 1, 1), new DateOnly(2021, 12, 31))
            .Cite("started", "十一", "2020年至2021年开班。"),

        AtLeast(Trainees, 1)
            .Cite("trainees", "十一", "至少1名学徒。"),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var trainees = calculation.Need(Trainees);
        var months = Math.Min(calculation.Need(TrainingMonths), PaidAtMost);
        var startedOn = calculation.Need(StartedOn);
        var level = calculation.Need(Level);
        var uplifted = calculation.Need(CostlyOrScarce);
        if (!calculation.HasFacts) return;

        var standard = calculation.NeedOn(level == Senior ? StandardSenior : StandardMid, startedOn);
        var factor = uplifted ? Rate.One + calculation.NeedOn(Uplift, startedOn) : Rate.One;
        if (!calculation.IsReady) return;

        var amount = standard.TimesHalfUp(factor, (long)months * trainees, 12);
        calculation.Note("计算月数（最多24个月）", months, "个月");
        calculation.Grant(amount, uplifted ? "每年标准 ×（1 + 上浮比例）× 月数 ÷ 12 × 人数" : "每年标准 × 月数 ÷ 12 × 人数");
        calculation.PayOnApproval(amount);
    }
}

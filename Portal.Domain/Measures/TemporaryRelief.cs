using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>一次性临时救助: a single relief payment for uninsured jobless people without income.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 15. The amount is the place's (R8).</remarks>
public sealed class TemporaryRelief : Measure
{
    public const string MeasureCode = "temporary-relief";

    private static readonly FactList Declared = new();

    public static readonly YesNoFact UnableToReturnToWork = new(Declared, "unableToReturnToWork", "是否受疫情影响无法返岗复工", "原来有工作，因为疫情回不去。") { Asked = "您受疫情影响，回不了原来的岗位吗？" };

    public static readonly CountFact MonthsWithoutIncome = new(Declared, "monthsWithoutIncome", "连续无收入月数", "个月", "到现在为止，连续几个月没有收入来源。") { AtMost = 120, GrowsMonthly = true };

    public static readonly YesNoFact InHardship = new(Declared, "inHardship", "生活是否困难", "没有收入以后，基本生活有困难。") { Asked = "您生活有困难吗？" };

    public static readonly YesNoFact CoveredByUnemploymentInsurance = new(Declared, "coveredByUnemploymentInsurance", "失业保险政策是否覆盖您", "如正在领取失业保险金、失业补助金。") { Asked = "失业保险能保障到您吗？" };

    public static readonly YesNoFact ReceivesMinimumLivingAllowance = new(Declared, "receivesMinimumLivingAllowance", "是否已纳入低保", "正在领取最低生活保障金。") { Asked = "您已经纳入低保了吗？" };

    public static readonly YesNoFact HabitualResident = new(Declared, "habitualResident", "是否在经常居住地申请", "由您经常居住的地方发放。") { Asked = "您在经常居住地申请吗？" };

    public static readonly YesNoFact ReliefAlreadyReceived = new(Declared, "reliefAlreadyReceived", "是否已领过一次性临时救助金", "这项救助金只发一次。") { Asked = "您领过一次性临时救助金吗？" };

    public static readonly CountParameter MonthsNeeded = new("temporary-relief.monthsWithoutIncome", "连续无收入月数", "个月");
    public static readonly MoneyParameter Amount = new("temporary-relief.amount", "当地救助标准");

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "一次性临时救助";

    public override string Clause => "十五";

    public override Audience Audience => Audience.Person;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Jobless, ApplicantGroup.Migrant];

    public override string Summary => "受疫情影响无法返岗、连续3个月没有收入、生活困难的未参保失业人员，可向经常居住地申请一次性临时救助金。";

    public override string PlaceLabel => "经常居住地";

    public override IReadOnlyList<string> Materials => ["身份证", "居住证明", "收入情况说明"];

    public override IReadOnlyList<string> LastingMaterials => ["身份证"];

    public override FactList Facts => Declared;

    public override ApplicationDefinition Application { get; } = new(new ClaimRule.Once());

    public override IReadOnlyList<Parameter> Parameters => [MonthsNeeded, Amount];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Yes(UnableToReturnToWork)
            .Cite("unable", "十五", "受疫情影响无法返岗复工。"),

        AtLeast(MonthsWithoutIncome, MonthsNeeded)
            .Cite("without-income", "十五", "连续{0}没有收入来源。", MonthsNeeded),

        Yes(InHardship)
            .Cite("hardship", "十五", "生活困难。"),

        No(CoveredByUnemploymentInsurance)
            .Cite("not-covered", "十五", "失业保险政策没有覆盖。"),

        No(ReceivesMinimumLivingAllowance)
            .Cite("no-allowance", "十五", "没有纳入低保。"),

        Yes(HabitualResident)
            .Cite("resident", "十五", "在经常居住地申请。"),

        No(ReliefAlreadyReceived)
            .Cite("once", "十五", "没有领过这项救助金。"),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var amount = calculation.Need(Amount);
        if (!calculation.IsReady) return;

        calculation.Grant(amount, "当地救助标准");
        calculation.PayOnApproval(amount);
    }
}

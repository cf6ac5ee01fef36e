using Portal.Domain.Applications;
using Portal.Domain.Measures;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Tests.Domain;

/// <summary>A measure that the notice does not have: adding one takes its own file and a place in the catalogue.</summary>
internal sealed class ToolAllowance : Measure
{
    public const string MeasureCode = "tool-allowance";

    private static readonly FactList Declared = new();

    public static readonly YesNoFact KeepsShop = new(Declared, "keepsShop", "是否自己开店", "以营业执照为准。");

    public static readonly MoneyFact ToolCost = new(Declared, "toolCost", "购置工具的费用", "发票上的金额。") { AtMost = Money.Yuan(100_000) };

    /// <summary>The portal's measures and this one.</summary>
    public static MeasureCatalog Catalog => new([.. new MeasureCatalog().All, new ToolAllowance()]);

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "购置工具补助";

    public override string Clause => "八";

    public override Audience Audience => Audience.Person;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.Founder];

    public override string Summary => "自己开店的，购置工具的费用补助一半。";

    public override IReadOnlyList<string> Materials => ["购置工具的发票"];

    public override FactList Facts => Declared;

    public override ApplicationDefinition Application { get; } = new(new ClaimRule.Once()) { Results = [ToolCost] };

    public override IReadOnlyList<Parameter> Parameters => [];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Yes(KeepsShop)
            .Cite("keeps-shop", "八", "自己开店。"),

        AboveZero(ToolCost)
            .Cite("cost", "八", "购置工具的费用大于0。"),
    ];

    protected override void Compute(ref Calculation calculation)
    {
        var cost = calculation.Need(ToolCost);
        if (!calculation.HasFacts) return;

        var amount = cost.TimesHalfUp(Rate.Half);
        calculation.Grant(amount, "购置工具的费用的一半");
        calculation.PayOnApproval(amount);
    }
}

using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Domain.Measures;

/// <summary>养老保险缓缴: flexible workers in difficulty may put off their pension fees of 2020. No money is paid.</summary>
/// <remarks>辽政办发〔2020〕25号, clause 15.</remarks>
public sealed class PensionDeferral : Measure
{
    public const string MeasureCode = "pension-deferral";

    private const int TheYear = 2020;

    private static readonly FactList Declared = new();

    public static readonly YesNoFact FlexiblyEmployed = new(Declared, "flexiblyEmployed", "是否以灵活就业人员身份参加养老保险", "以个人身份缴纳基本养老保险费，不是由单位代缴。") { Asked = "您以灵活就业人员身份参加养老保险吗？" };

    public static readonly YesNoFact HasDifficulty = new(Declared, "hasDifficulty", "缴费是否确有困难", "因收入减少等原因，按时缴纳2020年的保险费有困难。") { Asked = "您缴费确实有困难吗？" };

    public static readonly CountFact ContributionYear = new(Declared, "contributionYear", "申请缓缴哪一年的保险费", "年", "只有2020年的保险费可以缓缴。") { AtLeast = 2000, AtMost = 2100 };

    public override string Code => MeasureCode;

    public override string Version => "1";

    public override string Name => "养老保险费缓缴";

    public override string Clause => "十五";

    public override Audience Audience => Audience.Person;

    public override IReadOnlyList<ApplicantGroup> Groups => [ApplicantGroup.FlexibleWorker];

    public override string Summary => "2020年缴纳基本养老保险费确有困难的灵活就业人员，可以自愿暂缓缴费，以后再补缴。";

    public override IReadOnlyList<string> Materials => ["身份证"];

    public override IReadOnlyList<string> LastingMaterials => ["身份证"];

    public override bool Pays => false;

    public override FactList Facts => Declared;

    public override ApplicationDefinition Application { get; } = new(new ClaimRule.OfYear(ContributionYear));

    public override IReadOnlyList<Parameter> Parameters => [];

    protected override IReadOnlyList<Condition> Requirements { get; } =
    [
        Yes(FlexiblyEmployed)
            .Cite("flexibly-employed", "十五", "以灵活就业人员身份参保。"),

        Yes(HasDifficulty)
            .Cite("difficulty", "十五", "缴费确有困难。"),

        Exactly(ContributionYear, TheYear)
            .Cite("year", "十五", "缓缴的是2020年的保险费。"),
    ];

    protected override void Compute(ref Calculation calculation)
    {
    }
}

using CsCheck;
using Portal.Domain.Cases;
using Portal.Domain.Measures;

namespace Portal.Tests.Domain;

public sealed class DoubleBenefitsTests
{
    private const string Post = PostSubsidy.MeasureCode;
    private const string PublicPost = PublicPostSubsidy.MeasureCode;
    private static readonly DateOnly Today = new(2020, 11, 16);
    private static readonly MeasureCatalog Catalog = new();

    private static readonly Gen<ClaimedBenefit> Claim =
        from measure in Gen.OneOf(Post, PublicPost, UnemploymentInsurance.MeasureCode, TemporaryRelief.MeasureCode, TrainingSubsidy.MeasureCode,
            ApprenticeshipTraining.MeasureCode, FlexibleSocialInsurance.MeasureCode)
        from subject in Gen.OneOf("one", "two")
        from period in Gen.OneOf("once", "2020", "2021", "2020-11", "2020-12", "2021-01", "t:5", "t:6")
        from month in Gen.Int[0, 3]
        from caseNo in Gen.OneOf<string?>("A", "B", "C", null)
        select new ClaimedBenefit(measure, subject, ClaimSpan.Read(period, Today.AddMonths(month)), caseNo);

    private static readonly Gen<(ClaimedBenefit[] Wanted, ClaimedBenefit[] Held)> Situations = Gen.Select(Claim.Array[0, 6], Claim.Array[0, 12]);

    [Theory]
    [InlineData(Post, "2020-11", Post, "2020-11", true)]
    [InlineData(Post, "2020-11", Post, "2020-12", false)]
    [InlineData(Post, "2020-11", PublicPost, "2020-11", true)]
    [InlineData(Post, "2020-11", PublicPost, "2020-12", false)]
    [InlineData(UnemploymentInsurance.MeasureCode, "2020-11", TemporaryRelief.MeasureCode, "once", true)]
    [InlineData(UnemploymentInsurance.MeasureCode, "2021-03", TemporaryRelief.MeasureCode, "once", true)]
    [InlineData(TemporaryRelief.MeasureCode, "once", TemporaryRelief.MeasureCode, "2022-01", true)]
    [InlineData("stabilization-refund", "2020", "stabilization-refund", "2020", true)]
    [InlineData("stabilization-refund", "2020", "stabilization-refund", "2021", false)]
    [InlineData(TrainingSubsidy.MeasureCode, "t:5", ApprenticeshipTraining.MeasureCode, "t:5", true)]
    [InlineData(TrainingSubsidy.MeasureCode, "t:5", TrainingSubsidy.MeasureCode, "t:6", false)]
    [InlineData(FlexibleSocialInsurance.MeasureCode, "2020-11", UnemploymentInsurance.MeasureCode, "2020-11", false)]
    public void The_same_months_post_or_training_are_never_paid_twice(string wanted, string period, string held, string heldPeriod, bool twice) =>
        Assert.Equal(twice, DoubleBenefits.Find([Of(wanted, period)], [Of(held, heldPeriod, "B")]).Count == 1);

    [Fact]
    public void Another_persons_benefit_stands_in_nobodys_way() =>
        Assert.Empty(DoubleBenefits.Find([Of(Post, "2020-11")], [Of(Post, "2020-11", "B") with { Subject = "two" }]));

    [Fact]
    public void The_reason_names_months_case_and_what_to_do()
    {
        var found = DoubleBenefits.Find(
            [Of(Post, "2020-11"), Of(Post, "2020-12"), Of(Post, "2021-01")],
            [Of(Post, "2020-11", "LN1"), Of(Post, "2020-12", "LN1"), Of(PublicPost, "2021-01", "LN2")]);

        Assert.Equal(
            [
                new DoubleBenefitReason("LN1", "2020年11月、2020年12月已经申请过吸纳就业岗位补贴（办件 LN1），同一个月不能重复申请。请改选没有申请过的月份。"),
                new DoubleBenefitReason("LN2", "2021年1月已经申请过临时性公益性岗位补贴（办件 LN2），和吸纳就业岗位补贴不能同时享受，只能选一项。请改选别的月份，或者先撤回其中一项。"),
            ],
            DoubleBenefits.Explain(found, Name));
    }

    [Fact]
    public void Of_the_benefit_and_the_relief_a_person_chooses_one_whatever_the_months()
    {
        var reason = Assert.Single(DoubleBenefits.Explain(
            DoubleBenefits.Find([Of(TemporaryRelief.MeasureCode, "once")], [Of(UnemploymentInsurance.MeasureCode, "2021-03", "LN1")]), Name));

        Assert.StartsWith("已经申请过失业保险金（办件 LN1），和一次性临时救助只能选一项", reason.Text, StringComparison.Ordinal);
        Assert.EndsWith("请先撤回其中一项。", reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_conflict_has_a_reason_that_shows_no_subject() => Situations.Sample((wanted, held) =>
    {
        var found = DoubleBenefits.Find(wanted, held);
        var reasons = DoubleBenefits.Explain(found, Name);
        Assert.Equal(found.Count > 0, reasons.Count > 0);
        Assert.All(reasons, reason => Assert.DoesNotContain("one", reason.Text, StringComparison.Ordinal));
        Assert.All(found, conflict => Assert.Contains(reasons, reason => reason.CaseNo == conflict.Held.CaseNo));
    });

    [Fact]
    public void The_order_of_claims_does_not_matter() => Situations.Sample((wanted, held) =>
        Assert.Equal(DoubleBenefits.Find(wanted, held), DoubleBenefits.Find(wanted.Reverse(), held.Reverse())));

    [Fact]
    public void Who_stands_in_whose_way_is_mutual() => Gen.Select(Claim, Claim).Sample((one, other) =>
        Assert.Equal(DoubleBenefits.Exclude(one, other), DoubleBenefits.Exclude(other, one)));

    [Fact]
    public void The_claims_of_one_case_never_stand_in_each_others_way() => Situations.Sample((wanted, held) =>
        Assert.Empty(DoubleBenefits.Find(wanted.Select(claim => claim with { CaseNo = "A" }), held.Select(claim => claim with { CaseNo = "A" }))));

    [Fact]
    public void More_that_is_held_never_removes_a_conflict() => Gen.Select(Situations, Claim).Sample((situation, more) =>
        Assert.Subset(
            DoubleBenefits.Find(situation.Wanted, [.. situation.Held, more]).ToHashSet(),
            DoubleBenefits.Find(situation.Wanted, situation.Held).ToHashSet()));

    [Theory]
    [InlineData("")]
    [InlineData("2020-13")]
    [InlineData("20")]
    [InlineData("always")]
    public void What_is_no_period_is_refused(string text) => Assert.Throws<InvalidDataException>(() => ClaimSpan.Read(text, Today));

    [Fact]
    public void A_training_is_stored_under_its_number() =>
        Assert.Equal(new ClaimSpan.OfTraining("LN202011160000018"), ClaimSpan.Read(ClaimPeriod.Training("LN202011160000018"), Today));

    private static ClaimedBenefit Of(string measure, string period, string? caseNo = null) => new(measure, "one", ClaimSpan.Read(period, Today), caseNo);

    private static string Name(string code) => Catalog.Find(code)!.Name;
}

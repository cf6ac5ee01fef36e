using Portal.Casework.Rulebooks;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using static Portal.Domain.Measures.StabilizationRefund;

namespace Portal.Tests.Domain;

public sealed class StabilizationRefundTests
{
    private static readonly StabilizationRefund Measure = new();
    private static readonly FactSet Eligible = FactSet.Empty(Measure.Facts)
        .With(InsuredHeadcount, 10).With(EnterpriseSize, Micro).With(PremiumsPaidLastYear, new Money(432155)).With(PremiumMonthsPaid, 12)
        .With(LayoffRate, Rate.Of(1, 8)).With(SeriousDishonesty, false).With(ZombieEnterprise, false);

    [Fact]
    public void Ten_insured_people_still_count_as_ten_or_fewer() => Assert.True(Assess(Eligible).Automatic);

    [Fact]
    public void Eleven_insured_people_have_to_apply()
    {
        var assessment = Assess(Eligible.With(InsuredHeadcount, 11));
        Assert.Equal((Outcome.Eligible, false), (assessment.Outcome, assessment.Automatic));
    }

    [Fact]
    public void A_medium_firm_is_not_automatic_in_2020() => Assert.False(Assess(Eligible.With(EnterpriseSize, Medium)).Automatic);

    [Fact]
    public void Any_size_is_automatic_from_2021() => Assert.True(Assess(Eligible.With(EnterpriseSize, Medium).With(LayoffRate, Rate.Zero), "2021-03-01").Automatic);

    [Fact]
    public void Thirty_insured_people_may_lay_off_a_fifth_and_thirty_one_may_not()
    {
        Assert.Equal(Outcome.Eligible, Assess(Eligible.With(InsuredHeadcount, 30).With(LayoffRate, Rate.Of(1, 5))).Outcome);
        Assert.Equal(Outcome.Ineligible, Assess(Eligible.With(InsuredHeadcount, 31).With(LayoffRate, Rate.Of(1, 5))).Outcome);
    }

    [Fact]
    public void Few_layoffs_make_the_headcount_needless()
    {
        var assessment = Assess(Eligible.Without(InsuredHeadcount).With(LayoffRate, Rate.Zero));
        Assert.Equal((Outcome.Eligible, false), (assessment.Outcome, assessment.Automatic));
    }

    [Fact]
    public void The_measure_is_not_offered_once_the_provincial_values_have_lapsed() =>
        Assert.Equal("offered", Assert.Single(Assess(Eligible, "2025-03-03").Unmet).Id);

    [Fact]
    public void The_amount_opens_into_its_arithmetic_with_sources()
    {
        var lines = Assess(Eligible).Arithmetic;
        Assert.Equal(["上年度实缴失业保险费", "企业规模", "中小微企业返还比例", "上年度实缴失业保险费 × 返还比例"], lines.Select(line => line.Label));
        Assert.Equal("facts.md R3", lines[2].Source);
    }

    private static Assessment Assess(FactSet facts, string asOf = "2020-11-16") =>
        Measure.Assess(facts, Measure.TermsFor(RulebookSource.Shipped().Rules, "210102", DateOnly.Parse(asOf)));
}

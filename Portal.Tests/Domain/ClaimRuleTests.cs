using Portal.Domain.Applications;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>What the measures lay claim to: the months, years or trainings that are paid, and no others (R12).</summary>
public sealed class ClaimRuleTests
{
    [Fact]
    public void Months_before_and_after_the_window_of_the_post_subsidy_are_not_claimed()
    {
        var measure = new PostSubsidy();
        var facts = FactSet.Empty(measure.Facts).With(PostSubsidy.FirstMonth, new Month(2021, 9)).With(PostSubsidy.Months, 12);

        Assert.Equal(["2021-09", "2021-10"], Periods(measure, facts));
        Assert.Equal(["2020-11"], Periods(measure, facts.With(PostSubsidy.FirstMonth, new Month(2020, 10)).With(PostSubsidy.Months, 2)));
    }

    [Fact]
    public void Months_beyond_what_is_paid_are_not_claimed()
    {
        var training = new WorkBasedTraining();
        var internship = new InternshipSubsidy();

        Assert.Equal(6, Periods(training, FactSet.Empty(training.Facts).With(WorkBasedTraining.Months, 9)).Count);
        Assert.Equal(14, Periods(internship, FactSet.Empty(internship.Facts).With(InternshipSubsidy.Months, 20).With(InternshipSubsidy.InterruptedMonths, 2)).Count);
    }

    [Fact]
    public void Without_a_first_month_nothing_is_claimed_yet()
    {
        var measure = new WorkBasedTraining();

        Assert.Empty(measure.Application.Claim.Periods(FactSet.Empty(measure.Facts).With(WorkBasedTraining.Months, 3), Terms(measure), default));
    }

    [Fact]
    public void The_deferral_claims_the_year_of_the_fees_and_not_that_of_the_application()
    {
        var measure = new PensionDeferral();

        Assert.Equal(["2020"], measure.Application.Claim.Periods(
            FactSet.Empty(measure.Facts).With(PensionDeferral.ContributionYear, 2020), measure.TermsFor(Situation.Rules, "210202", new DateOnly(2021, 1, 5)), default));
    }

    [Fact]
    public void A_training_is_claimed_by_the_number_it_is_filed_under()
    {
        var measure = new ApprenticeshipTraining();

        Assert.Equal(["t:PX-7"], measure.Application.Claim.Periods(FactSet.Empty(measure.Facts), Terms(measure), new ClaimAnswers(TrainingNumber: "PX-7")));
    }

    [Theory]
    [InlineData("graduate", "2020-07-01", "2020-07", "2020-10")]
    [InlineData("graduate", "2018-11-20", "2020-01", "2020-10")]
    [InlineData("hardship", null, "2020-01", "2020-10")]
    public void A_flexible_worker_claims_months_that_have_ended_from_leaving_school_and_since_they_are_paid(string category, string? left, string first, string last)
    {
        var facts = Flexible(category, left, months: 1);

        Assert.Equal(new MonthSpan(Read(first), Read(last)), Claim.Claimable(facts, Terms(new FlexibleSocialInsurance()), default));
        Assert.Null(Fault(facts, Read(first)));
        Assert.Null(Fault(facts, Read(last)));
        Assert.Equal(ClaimPart.FirstMonth, Fault(facts, Read(first) + -1)!.Part);
        Assert.Equal(ClaimPart.FirstMonth, Fault(facts, Read(last) + 1)!.Part);
    }

    [Fact]
    public void A_longer_claim_than_exists_is_refused_with_the_months_that_can_be_claimed()
    {
        var facts = Flexible("graduate", "2020-07-01", months: 3);

        Assert.Null(Fault(facts, new Month(2020, 8)));
        var fault = Fault(facts, new Month(2020, 9))!;
        Assert.Equal((ClaimPart.Months, true), (fault.Part, fault.Text.Contains("最多可以申请2个月（到2020年10月）", StringComparison.Ordinal)));
        Assert.Contains("最多可以申请4个月（2020年7月至2020年10月）", Fault(Flexible("graduate", "2020-07-01", months: 99), null)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_post_subsidy_is_claimed_after_the_first_month_of_its_window_has_ended_and_not_before_the_contract()
    {
        var measure = new PostSubsidy();
        var facts = FactSet.Empty(measure.Facts).With(PostSubsidy.FirstMonth, new Month(2020, 11)).With(PostSubsidy.Months, 1);
        var claim = measure.Application.Claim;

        Assert.Contains("2020年12月1日起可以申请", claim.Fault(facts, Terms(measure), new ClaimAnswers(StartedOn: new DateOnly(2020, 10, 20)))!.Text, StringComparison.Ordinal);
        var later = measure.TermsFor(Situation.Rules, "210202", new DateOnly(2021, 2, 1));
        Assert.Null(claim.Fault(facts.With(PostSubsidy.Months, 3), later, new ClaimAnswers(StartedOn: new DateOnly(2020, 10, 20))));
        Assert.Equal(ClaimPart.Months, claim.Fault(facts.With(PostSubsidy.Months, 4), later, new ClaimAnswers(StartedOn: new DateOnly(2020, 10, 20)))!.Part);
        Assert.Equal(ClaimPart.FirstMonth, claim.Fault(facts, later, new ClaimAnswers(StartedOn: new DateOnly(2020, 12, 1)))!.Part);
        Assert.Equal(ClaimPart.Start, claim.Fault(facts, later, new ClaimAnswers(StartedOn: new DateOnly(2021, 2, 2)))!.Part);
    }

    [Fact]
    public void The_unemployment_benefit_runs_from_the_month_after_registration_and_nobody_chooses_its_months()
    {
        var measure = new UnemploymentInsurance();
        var claim = measure.Application.Claim;
        var facts = FactSet.Empty(measure.Facts).With(UnemploymentInsurance.ContributionYears, 1);

        Assert.False(claim.AsksFirstMonth);
        Assert.Equal(["2020-11", "2020-12", "2021-01"], claim.Periods(facts, Terms(measure), new ClaimAnswers(StartedOn: new DateOnly(2020, 10, 31))));
        Assert.Null(claim.Fault(facts, Terms(measure), new ClaimAnswers(StartedOn: new DateOnly(2020, 11, 16))));
        Assert.NotNull(claim.Fault(facts, Terms(measure), new ClaimAnswers(StartedOn: new DateOnly(2020, 11, 17))));
        Assert.NotNull(claim.Fault(facts, Terms(measure), new ClaimAnswers(StartedOn: new DateOnly(2018, 1, 5))));
    }

    [Fact]
    public void What_is_paid_in_advance_begins_no_later_than_now_and_may_run_on()
    {
        var measure = new VenueSubsidy();
        var facts = FactSet.Empty(measure.Facts).With(VenueSubsidy.MonthsRequested, 24);

        Assert.Null(measure.Application.Claim.Fault(facts, Terms(measure), new ClaimAnswers(new Month(2020, 11))));
        Assert.NotNull(measure.Application.Claim.Fault(facts, Terms(measure), new ClaimAnswers(new Month(2020, 12))));
    }

    private static ClaimRule Claim => new FlexibleSocialInsurance().Application.Claim;

    private static FactSet Flexible(string category, string? left, int months)
    {
        var facts = FactSet.Empty(new FlexibleSocialInsurance().Facts).With(FlexibleSocialInsurance.PersonCategory, category).With(FlexibleSocialInsurance.MonthsClaimed, months);
        return left is null ? facts : facts.With(FlexibleSocialInsurance.LeftSchoolOn, IsoDate.Parse(left));
    }

    private static ClaimFault? Fault(FactSet facts, Month? first) => Claim.Fault(facts, Terms(new FlexibleSocialInsurance()), new ClaimAnswers(first));

    private static Month Read(string month) => Month.TryParse(month, out var read) ? read : throw new FormatException(month);

    private static IReadOnlyList<string> Periods(Measure measure, FactSet facts) =>
        measure.Application.Claim.Periods(facts, Terms(measure), new ClaimAnswers(new Month(2020, 6)));

    private static Terms Terms(Measure measure) => measure.TermsFor(Situation.Rules, "210202", new DateOnly(2020, 11, 16));
}

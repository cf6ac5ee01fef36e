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

    private static IReadOnlyList<string> Periods(Measure measure, FactSet facts) =>
        measure.Application.Claim.Periods(facts, Terms(measure), new ClaimAnswers(new Month(2020, 6)));

    private static Terms Terms(Measure measure) => measure.TermsFor(Situation.Rules, "210202", new DateOnly(2020, 11, 16));
}

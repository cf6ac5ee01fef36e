using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>What one person says is held against the rest of what that person says.</summary>
public sealed class FactCheckTests
{
    private static readonly FactSet Interns = None(new InternshipSubsidy()).With(InternshipSubsidy.Interns, 1);

    [Fact]
    public void Twelve_kept_on_of_one_intern_is_no_answer() =>
        Assert.Equal("“期满留用的高校毕业生”不能比“见习人数”多，请核对。", Assert.Single(new InternshipSubsidy().Contradicted(Interns.With(InternshipSubsidy.RetainedGraduates, 12))).Text);

    [Fact]
    public void All_of_them_may_be_kept_on() =>
        Assert.Empty(new InternshipSubsidy().Contradicted(Interns.With(InternshipSubsidy.RetainedGraduates, 1)));

    [Fact]
    public void Halfway_does_not_come_before_the_start() =>
        Assert.Equal(TrainingSubsidy.HalfwayOn, Assert.Single(new TrainingSubsidy().Contradicted(None(new TrainingSubsidy())
            .With(TrainingSubsidy.StartedOn, new DateOnly(2020, 11, 2)).With(TrainingSubsidy.HalfwayOn, new DateOnly(2020, 11, 1)))).Field);

    [Fact]
    public void Premiums_are_not_paid_in_no_month() =>
        Assert.Single(new StabilizationRefund().Contradicted(None(new StabilizationRefund())
            .With(StabilizationRefund.PremiumMonthsPaid, 0).With(StabilizationRefund.PremiumsPaidLastYear, Money.Yuan(1))));

    [Fact]
    public void A_month_has_no_more_hours_than_there_are() =>
        Assert.Single(new PublicPostSubsidy().Contradicted(None(new PublicPostSubsidy()).With(PublicPostSubsidy.Months, 1).With(PublicPostSubsidy.Hours, 745)));

    [Fact]
    public void What_was_paid_is_not_nothing() =>
        Assert.Single(new FlexibleSocialInsurance().Contradicted(None(new FlexibleSocialInsurance())
            .With(FlexibleSocialInsurance.ContributionsPaid, true).With(FlexibleSocialInsurance.MonthlyContribution, Money.Zero)));

    [Fact]
    public void What_is_not_known_contradicts_nothing() =>
        Assert.All(new MeasureCatalog().All, measure => Assert.Empty(measure.Contradicted(None(measure))));

    [Fact]
    public void The_field_at_fault_is_one_that_is_asked() =>
        Assert.All(new MeasureCatalog().All, measure => Assert.All(measure.Checks, check => Assert.Contains(check.Field, measure.Facts.Facts)));

    private static FactSet None(Measure measure) => FactSet.Empty(measure.Facts);
}

using CsCheck;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>The first day on which an answer changes if nothing else does.</summary>
public sealed class OutcomeForecastTests
{
    private static readonly DateOnly Today = new(2020, 11, 16);
    private static readonly FlexibleSocialInsurance Flexible = new();
    private static readonly FactSet Graduate = Facts(Flexible, ("personCategory", "graduate"), ("leftSchoolOn", "2019-02-28"), ("flexiblyEmployed", "true"),
        ("contributionsPaid", "true"), ("monthsClaimed", "3"), ("monthsAlreadyPaid", "0"), ("monthlyContribution", "1000.00"));

    [Fact]
    public void The_second_anniversary_of_leaving_school_is_the_last_day()
    {
        var turn = First(Flexible, Graduate)!;

        Assert.Equal(new DateOnly(2021, 3, 1), turn.Day);
        Assert.Equal((Outcome.Eligible, Outcome.Ineligible), (turn.Before.Outcome, turn.Then.Outcome));
        Assert.Null(turn.After);
    }

    [Fact]
    public void Someone_three_months_out_of_work_qualifies_in_three_months()
    {
        var grant = new HiringGrant();
        var turn = First(grant, Facts(grant, ("hireCategory", "registered-unemployed"), ("unemployedMonths", "3"), ("contractMonths", "12"),
            ("socialInsurancePaid", "true"), ("hires", "1"), ("premiumReliefPeriod", "false")))!;

        Assert.Equal((new DateOnly(2021, 2, 16), 3), (turn.Day, turn.After));
        Assert.Equal(Outcome.Eligible, turn.Then.Outcome);
        // The city's amount ran out with the year 2020 (R8).
        Assert.Null(turn.Then.Amount);
    }

    [Fact]
    public void A_rate_that_changes_with_the_year_changes_the_amount()
    {
        var refund = new StabilizationRefund();
        var turn = First(refund, Facts(refund, ("insuredHeadcount", "5"), ("enterpriseSize", "micro"), ("premiumsPaidLastYear", "1000.00"),
            ("premiumMonthsPaid", "12"), ("layoffRate", "0"), ("seriousDishonesty", "false"), ("zombieEnterprise", "false")))!;

        Assert.Equal(new DateOnly(2021, 1, 1), turn.Day);
        Assert.Equal((Money.Yuan(1000), Money.Yuan(600)), (turn.Before.Amount, turn.Then.Amount));
    }

    [Fact]
    public void What_never_changes_is_told_as_nothing() => Assert.Null(First(Flexible, Graduate.With(FlexibleSocialInsurance.FlexiblyEmployed, false)));

    [Fact]
    public void The_day_is_the_one_a_scan_of_every_day_finds() => Situation.Any.Sample(situation =>
    {
        var turning = new OutcomeForecast(situation.Measure, [situation.Facts], Situation.Rules, situation.Place, situation.Day);
        Assert.Equal(Scan(turning, situation.Day), turning.First()?.Day);
    }, iter: 60);

    [Fact]
    public void So_it_is_for_someone_who_stands_in_two_ways_and_whose_time_runs_out() =>
        (from situation in Situation.Any from left in Gen.Int[0, 900] from paid in Gen.Int[0, 1] select (situation.Day, situation.Place, left, paid)).Sample(someone =>
        {
            var graduate = Graduate.With(FlexibleSocialInsurance.LeftSchoolOn, someone.Day.AddDays(-someone.left))
                .With(FlexibleSocialInsurance.MonthsAlreadyPaid, someone.paid);
            var other = graduate.With(FlexibleSocialInsurance.PersonCategory, FlexibleSocialInsurance.Other);
            var turning = new OutcomeForecast(Flexible, [other, graduate], Situation.Rules, someone.Place, someone.Day);
            Assert.Equal(Scan(turning, someone.Day), turning.First()?.Day);
        }, iter: 60);

    private static DateOnly? Scan(OutcomeForecast turning, DateOnly from)
    {
        var now = turning.On(from);
        for (var day = from.AddDays(1); day <= from.AddYears(OutcomeForecast.YearsAhead); day = day.AddDays(1))
            if (turning.On(day) is var then && (then.Outcome != now.Outcome || then.Amount != now.Amount))
                return day;
        return null;
    }

    private static ForecastChange? First(Measure measure, FactSet facts) => new OutcomeForecast(measure, [facts], Situation.Rules, "210202", Today).First();

    private static FactSet Facts(Measure measure, params (string Name, string Text)[] facts) =>
        FactSet.FromTexts(measure.Facts, facts.ToDictionary(fact => fact.Name, fact => fact.Text));
}

using Portal.Casework.Rulebooks;
using Portal.Domain.Calendar;
using Portal.Domain.Cases;

namespace Portal.Tests.Domain;

public sealed class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = RulebookSource.Shipped().Rules.Calendar;

    [Theory]
    [InlineData("2020-11-02", 5, "2020-11-09")]
    [InlineData("2020-09-25", 5, "2020-10-09")]
    [InlineData("2020-12-31", 5, "2021-01-08")]
    [InlineData("2021-01-29", 10, "2021-02-18")]
    [InlineData("2021-02-05", 5, "2021-02-18")]
    [InlineData("2021-04-29", 5, "2021-05-10")]
    [InlineData("2021-09-17", 10, "2021-10-08")]
    [InlineData("2020-01-23", 5, "2020-02-07")]
    [InlineData("2019-12-31", 5, "2020-01-08")]
    public void Holidays_and_make_up_days_are_counted_as_published(string from, int days, string due)
    {
        Assert.Equal(DateOnly.Parse(due), Calendar.AddWorkingDays(DateOnly.Parse(from), days));
        Assert.Equal(days, Calendar.WorkingDaysBetween(DateOnly.Parse(from), DateOnly.Parse(due)));
    }

    [Fact]
    public void A_year_nobody_has_published_is_refused_and_never_guessed()
    {
        var missing = Assert.Throws<CalendarYearMissingException>(() => Calendar.AddWorkingDays(new DateOnly(2026, 12, 30), 5));
        Assert.Equal(2027, missing.Year);
    }

    [Fact]
    public void A_deadline_that_may_be_without_a_date_has_one_wherever_it_can_be_counted()
    {
        Assert.Equal(new DateOnly(2026, 12, 11), Calendar.TryAddWorkingDays(new DateOnly(2026, 12, 4), 5));
        Assert.Null(Calendar.TryAddWorkingDays(new DateOnly(2026, 12, 30), 5));
    }

    [Fact]
    public void A_correction_stops_the_clock_and_the_rest_of_the_term_runs_from_the_answer()
    {
        var promised = PromisedTerm.From(new DateOnly(2020, 11, 16), 5, Calendar);
        Assert.Equal(new DateOnly(2020, 11, 23), promised);
        // Asked on Wednesday with three working days left, answered a week later.
        Assert.Equal(new DateOnly(2020, 11, 30), PromisedTerm.Resume(promised, new DateOnly(2020, 11, 18), new DateOnly(2020, 11, 25), Calendar));
    }

    [Fact]
    public void A_term_already_missed_falls_due_on_the_day_of_the_answer() =>
        Assert.Equal(new DateOnly(2020, 11, 27), PromisedTerm.Resume(new DateOnly(2020, 11, 23), new DateOnly(2020, 11, 25), new DateOnly(2020, 11, 27), Calendar));

    [Fact]
    public void A_publication_of_seven_days_is_over_on_the_seventh_day_after()
    {
        var period = PublicationPeriod.Starting(new DateOnly(2020, 11, 16), 7);
        Assert.False(period.IsOverOn(new DateOnly(2020, 11, 22)));
        Assert.True(period.IsOverOn(new DateOnly(2020, 11, 23)));
    }
}

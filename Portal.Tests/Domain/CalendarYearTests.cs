using CsCheck;
using Portal.Casework.Rulebooks;
using Portal.Domain.Calendar;

namespace Portal.Tests.Domain;

public sealed class CalendarYearTests
{
    private static readonly WorkingDayCalendar Calendar = RulebookSource.Shipped().Rules.Calendar;

    [Fact]
    public void Every_shipped_year_stands_up_to_the_check() => Assert.All(Calendar.Years, year =>
    {
        Assert.Empty(CalendarYearCheck.FaultsOfHolidays(Calendar.Find(year)!));
        Assert.Empty(CalendarYearCheck.FaultsOfWorkdays(Calendar.Find(year)!));
    });

    [Fact]
    public void Faulty_days_are_named()
    {
        var year = new CalendarYear(2027, [Day("2027-01-01"), Day("2027-01-01"), Day("2026-12-31"), Day("2027-01-02")], [Day("2027-01-02"), Day("2027-01-04"), Day("2026-11-28"), Day("2026-12-26")]);
        Assert.Equal(["2026-12-31 不在 2027 年内。", "2027-01-01 写了两次，请删去一个。", "2027-01-02 既是放假又是上班，请从一边删去。"], CalendarYearCheck.FaultsOfHolidays(year));
        Assert.Equal(["2027-01-04 不是周六或周日，本来就上班，不用写。", "2026-11-28 不在 2027 年内。"], CalendarYearCheck.FaultsOfWorkdays(year));
        Assert.NotEmpty(CalendarYearCheck.FaultsOfHolidays(new CalendarYear(2027, [], [])));
    }

    [Theory]
    [InlineData("2021-02-11~2021-02-13", "2021-02-11 2021-02-12 2021-02-13")]
    [InlineData("2021-02-11 ～ 02-12\r\n2021/3/1", "2021-02-11 2021-02-12 2021-03-01")]
    [InlineData("1月1日至3日、４月５日", "2021-01-01 2021-01-02 2021-01-03 2021-04-05")]
    [InlineData("2021年2月28日至3月1日", "2021-02-28 2021-03-01")]
    [InlineData("", "")]
    public void Days_are_read_as_people_write_them(string typed, string days)
    {
        var list = DayListText.Read(typed, 2021);
        Assert.Empty(list.Faults);
        Assert.Equal(days, string.Join(' ', list.Days.Select(day => day.ToString("yyyy-MM-dd"))));
    }

    [Theory]
    [InlineData("2021-02-29")]
    [InlineData("2021-02-17~2021-02-11")]
    [InlineData("2021-02-11~2021-02-17~2021-02-19")]
    [InlineData("春节")]
    [InlineData("2021-01-01~2021-12-31")]
    [InlineData("2021-13-01")]
    [InlineData("5")]
    public void A_line_that_cannot_be_read_is_named_and_the_others_still_are(string line)
    {
        var list = DayListText.Read($"2021-01-01\n{line}\n2021-10-01", 2021);
        Assert.StartsWith("第 2 行", Assert.Single(list.Faults), StringComparison.Ordinal);
        Assert.Equal([Day("2021-01-01"), Day("2021-10-01")], list.Days);
    }

    [Fact]
    public void What_is_written_is_read_back() => Gen.Int[0, 364].Array[0, 40].Sample(offsets =>
    {
        var days = offsets.Distinct().Order().Select(new DateOnly(2021, 1, 1).AddDays).ToArray();
        Assert.Equal(days, days.Length > 0 ? DayListText.Read(DayListText.Write(days), 2021).Days : []);
    });

    [Theory]
    [InlineData("2020-11-16", "")]
    [InlineData("2026-09-30", "")]
    [InlineData("2026-10-01", "2027")]
    [InlineData("2027-01-01", "2027")]
    [InlineData("2027-11-05", "2027 2028")]
    public void A_year_is_asked_for_before_deadlines_fall_into_it(string today, string years) =>
        Assert.Equal(years, string.Join(' ', CalendarOutlook.MissingYears(Calendar, Day(today))));

    [Fact]
    public void A_deadline_moves_with_the_holidays_before_it()
    {
        var longer = Calendar.With(Calendar.Find(2020)! with { Holidays = [.. Calendar.Find(2020)!.Holidays, Day("2020-11-18")] });
        Assert.Equal(Day("2020-11-24"), CalendarOutlook.Moved(Day("2020-11-16"), Day("2020-11-23"), Calendar, longer));
        Assert.Equal(Day("2020-11-17"), CalendarOutlook.Moved(Day("2020-11-16"), Day("2020-11-17"), Calendar, longer));
        Assert.Null(CalendarOutlook.Moved(Day("2026-12-30"), Day("2027-01-06"), Calendar, longer));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}

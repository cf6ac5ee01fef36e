namespace Portal.Domain.Calendar;

/// <summary>What is wrong with a year's days off and make-up days, in Chinese; nothing when it can be used.</summary>
public static class CalendarYearCheck
{
    public static IEnumerable<string> FaultsOfHolidays(CalendarYear year)
    {
        if (year.Holidays.Count == 0) yield return "请填写放假日期，一行一天或一段。";
        foreach (var day in year.Holidays.Where(day => day.Year != year.Year)) yield return $"{day:yyyy-MM-dd} 不在 {year.Year} 年内。";
        foreach (var day in Twice(year.Holidays)) yield return $"{day:yyyy-MM-dd} 写了两次，请删去一个。";
        foreach (var day in year.Holidays.Intersect(year.Workdays)) yield return $"{day:yyyy-MM-dd} 既是放假又是上班，请从一边删去。";
    }

    public static IEnumerable<string> FaultsOfWorkdays(CalendarYear year)
    {
        foreach (var day in year.Workdays)
        {
            // A day worked for New Year's leave may lie in the December before.
            if (day.Year != year.Year && (day.Year, day.Month) != (year.Year - 1, 12)) yield return $"{day:yyyy-MM-dd} 不在 {year.Year} 年内。";
            else if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) yield return $"{day:yyyy-MM-dd} 不是周六或周日，本来就上班，不用写。";
        }

        foreach (var day in Twice(year.Workdays)) yield return $"{day:yyyy-MM-dd} 写了两次，请删去一个。";
    }

    private static IEnumerable<DateOnly> Twice(IEnumerable<DateOnly> days) =>
        days.GroupBy(day => day).Where(same => same.Skip(1).Any()).Select(same => same.Key);
}

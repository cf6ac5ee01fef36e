namespace Portal.Domain.Calendar;

/// <summary>Looks ahead for years whose holidays must be entered before deadlines fall into them.</summary>
public static class CalendarOutlook
{
    /// <summary>The State Council publishes the next year's holidays about November; from October somebody should look.</summary>
    public const int FirstMonthToAsk = 10;

    /// <summary>Calendar days within which deadlines are being counted already.</summary>
    public const int DaysAhead = 60;

    /// <summary>Years without data that are asked for: where a deadline of the next 60 days may fall, and from October the next.</summary>
    public static IReadOnlyList<int> MissingYears(WorkingDayCalendar calendar, DateOnly today)
    {
        int[] needed = [today.Year, today.AddDays(DaysAhead).Year, today.Month >= FirstMonthToAsk ? today.Year + 1 : today.Year];
        return [.. needed.Distinct().Where(year => !calendar.Covers(year)).Order()];
    }

    /// <summary>Where a deadline would lie under another calendar: as many working days from its start as it has under this one.</summary>
    /// <returns>Null when either calendar lacks a year.</returns>
    public static DateOnly? Moved(DateOnly start, DateOnly due, WorkingDayCalendar before, WorkingDayCalendar after)
    {
        try
        {
            return due < start ? due : after.AddWorkingDays(start, before.WorkingDaysBetween(start, due));
        }
        catch (CalendarYearMissingException)
        {
            return null;
        }
    }
}

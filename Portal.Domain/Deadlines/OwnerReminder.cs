using Portal.Domain.Calendar;

namespace Portal.Domain.Deadlines;

/// <summary>How far ahead staff are told of what falls due: until the next working day; the portal's own rule.</summary>
public static class OwnerReminder
{
    /// <remarks>Where the calendar ends, the next day: a reminder is early at worst.</remarks>
    public static DateOnly Until(WorkingDayCalendar calendar, DateOnly today) => calendar.TryAddWorkingDays(today, 1) ?? today.AddDays(1);
}

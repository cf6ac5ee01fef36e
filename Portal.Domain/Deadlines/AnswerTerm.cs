using Portal.Domain.Calendar;

namespace Portal.Domain.Deadlines;

/// <summary>By when staff answer a bad rating or the claim to act for a firm: the portal's own rule, after the number of clause 20.</summary>
public static class AnswerTerm
{
    public const int WorkingDays = 5;

    /// <returns>Null where the count runs through a year without published holidays.</returns>
    public static DateOnly? From(WorkingDayCalendar calendar, DateOnly day) => calendar.TryAddWorkingDays(day, WorkingDays);
}

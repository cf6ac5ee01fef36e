using Portal.Domain.Calendar;

namespace Portal.Domain.Deadlines;

/// <summary>By when an applicant is to answer a request for correction (补正): the portal's own rule. Nothing is refused because the day has passed; staff decide then.</summary>
public static class CorrectionTerm
{
    /// <summary>Working days, where no setting says otherwise.</summary>
    public const int WorkingDays = 10;

    public const int AtLeast = 1;
    public const int AtMost = 60;

    /// <returns>Null where the count runs through a year without published holidays.</returns>
    public static DateOnly? From(WorkingDayCalendar calendar, DateOnly askedOn, int workingDays) => calendar.TryAddWorkingDays(askedOn, workingDays);

    /// <summary>Whether no answer came in time; the day itself is in time.</summary>
    public static bool IsOver(DateOnly? due, DateOnly today) => due < today;
}

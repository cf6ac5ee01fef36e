using Portal.Domain.Calendar;

namespace Portal.Domain.Cases;

/// <summary>The promised date of a case: so many working days from submission, standing still during a correction.</summary>
/// <remarks>Clause 20 promises five working days. The days an applicant takes to correct are not the agency's.</remarks>
public static class PromisedTerm
{
    /// <exception cref="CalendarYearMissingException">The term runs into a year without published holidays.</exception>
    public static DateOnly From(DateOnly submitted, int workingDays, WorkingDayCalendar calendar) =>
        calendar.AddWorkingDays(submitted, workingDays);

    /// <summary>The new date after a correction asked for on one day and answered on another.</summary>
    /// <remarks>What was left of the term when the clock stopped runs from the day of the answer; a term already
    /// missed is not revived: it falls due on the day of the answer.</remarks>
    public static DateOnly Resume(DateOnly promised, DateOnly askedOn, DateOnly answeredOn, WorkingDayCalendar calendar) =>
        calendar.AddWorkingDays(answeredOn, Math.Max(0, calendar.WorkingDaysBetween(askedOn, promised)));
}

using Portal.Domain.Calendar;

namespace Portal.Features.Citizen.Cases;

/// <summary>How far off a promised date is, in words.</summary>
internal static class Deadline
{
    /// <returns>Null where the calendar of a year between is not published yet.</returns>
    public static string? Left(DateOnly promised, DateOnly today, WorkingDayCalendar calendar)
    {
        if (promised == today) return "今天到期";
        try
        {
            var days = calendar.WorkingDaysBetween(today, promised);
            return days switch
            {
                > 0 => $"还有 {days} 个工作日",
                < 0 => $"已超过 {-days} 个工作日，我们会优先处理",
                // Only days off lie between.
                _ => promised > today ? "下一个工作日之前到期" : "刚刚到期，我们会优先处理",
            };
        }
        catch (CalendarYearMissingException)
        {
            return null;
        }
    }
}

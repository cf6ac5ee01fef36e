using Portal.Domain.Calendar;

namespace Portal.Components.Ui;

public enum DeadlineState { None, Overdue, Today, Ahead }

/// <summary>A deadline as people speak of it, in working days.</summary>
public sealed record Deadline(DeadlineState State, string Text, Tone Tone)
{
    /// <param name="due">Null where nothing is due yet.</param>
    public static Deadline Of(DateOnly? due, DateOnly today, WorkingDayCalendar calendar)
    {
        if (due is not { } day) return new Deadline(DeadlineState.None, "没有期限", Tone.Neutral);
        if (day == today) return new Deadline(DeadlineState.Today, "今天到期", Tone.Warning);
        var days = Count(today, day, calendar);
        if (day < today) return new Deadline(DeadlineState.Overdue, days is < 0 ? $"已超期 {-days} 个工作日" : "已超期", Tone.Danger);
        // Without published holidays, or over nothing but days off, a number would mislead: the date says it.
        return days is > 0 and var left
            ? new Deadline(DeadlineState.Ahead, $"还剩 {left} 个工作日", left <= 1 ? Tone.Warning : Tone.Info)
            : new Deadline(DeadlineState.Ahead, $"{day:M月d日}到期", Tone.Info);
    }

    private static int? Count(DateOnly today, DateOnly day, WorkingDayCalendar calendar)
    {
        try
        {
            return calendar.WorkingDaysBetween(today, day);
        }
        catch (CalendarYearMissingException)
        {
            return null;
        }
    }
}

namespace Portal.Domain.Calendar;

/// <summary>The days off and the make-up working days of one year, as the State Council publishes them.</summary>
public sealed record CalendarYear(int Year, IReadOnlyList<DateOnly> Holidays, IReadOnlyList<DateOnly> Workdays);

/// <summary>Counts working days (工作日) by published holidays and make-up days (调休).</summary>
/// <remarks>
/// The day of the event is not counted (Civil Code art. 201; ruling R3). A year whose holidays nobody has
/// published is refused, because a guessed deadline is a broken promise.
/// </remarks>
public sealed class WorkingDayCalendar
{
    private readonly Dictionary<int, CalendarYear> _years;
    private readonly HashSet<DateOnly> _holidays = [];
    private readonly HashSet<DateOnly> _workdays = [];

    public WorkingDayCalendar(IEnumerable<CalendarYear> years)
    {
        _years = years.ToDictionary(year => year.Year);
        foreach (var year in _years.Values)
        {
            _holidays.UnionWith(year.Holidays);
            _workdays.UnionWith(year.Workdays);
        }
    }

    public IEnumerable<int> Years => _years.Keys.Order();

    public CalendarYear? Find(int year) => _years.GetValueOrDefault(year);

    /// <summary>The calendar as it would be with a year entered or replaced.</summary>
    public WorkingDayCalendar With(CalendarYear year) => new([.. _years.Values.Where(known => known.Year != year.Year), year]);

    public bool Covers(int year) => _years.ContainsKey(year);

    /// <exception cref="CalendarYearMissingException">The year has no published holidays.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        if (!Covers(day.Year)) throw new CalendarYearMissingException(day.Year);
        return _workdays.Contains(day) || !_holidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <param name="days">Working days to count on, 0 or more; 0 gives the day itself.</param>
    /// <remarks>The first day is not counted (ruling R3), so its year need not be known: only the days after it and the result.</remarks>
    /// <exception cref="CalendarYearMissingException">The count runs through a year without published holidays.</exception>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (days == 0 && !Covers(from.Year)) throw new CalendarYearMissingException(from.Year);
        var day = from;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>As <see cref="AddWorkingDays"/>; null where the count runs through a year without published holidays.</summary>
    public DateOnly? TryAddWorkingDays(DateOnly from, int days)
    {
        try
        {
            return AddWorkingDays(from, days);
        }
        catch (CalendarYearMissingException)
        {
            return null;
        }
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when it lies before.</summary>
    /// <exception cref="CalendarYearMissingException">The span runs into a year without published holidays.</exception>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from) return -WorkingDaysBetween(to, from);
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) count++;
        }

        return count;
    }
}

/// <summary>A deadline fell in a year whose holidays are not known yet.</summary>
public sealed class CalendarYearMissingException(int year)
    : Exception($"No holidays are published for {year}.")
{
    public int Year { get; } = year;
}

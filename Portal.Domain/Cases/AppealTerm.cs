namespace Portal.Domain.Cases;

/// <summary>How long a refusal can be appealed against (申诉): the portal's own rule, beside administrative review by law (行政复议).</summary>
public static class AppealTerm
{
    /// <summary>Calendar days from the refusal; the day itself is not counted.</summary>
    public const int Days = 60;

    public static DateOnly LastDay(DateOnly refusedOn) => refusedOn.AddDays(Days);

    /// <summary>The earliest refusal that can still be appealed against.</summary>
    public static DateOnly EarliestRefusal(DateOnly today) => today.AddDays(-Days);

    public static bool IsOver(DateOnly refusedOn, DateOnly today) => today > LastDay(refusedOn);
}

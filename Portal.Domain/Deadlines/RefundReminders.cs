namespace Portal.Domain.Deadlines;

/// <summary>When a firm is reminded that its automatic refund waits for its account: the portal's own rule.</summary>
public static class RefundReminders
{
    /// <summary>The calendar days of waiting on which a firm is reminded; after the last the operator is.</summary>
    public static readonly IReadOnlyList<int> Days = [3, 7, 14, 30];

    public static int Last => Days[^1];

    /// <summary>The latest day since which a firm must have been waiting for a reminder to be due.</summary>
    public static DateOnly WaitingSince(DateOnly today, int days) => today.AddDays(-days);
}

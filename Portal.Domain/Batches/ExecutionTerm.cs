namespace Portal.Domain.Batches;

/// <summary>For which days the bank may be asked to pay a batch: from today on, and not far ahead; the portal's own rule.</summary>
public static class ExecutionTerm
{
    /// <summary>Calendar days.</summary>
    public const int DaysAheadAtMost = 60;

    public static DateOnly LastDay(DateOnly today) => today.AddDays(DaysAheadAtMost);

    public static bool Allows(DateOnly executionOn, DateOnly today) => executionOn >= today && executionOn <= LastDay(today);
}

namespace Portal.Domain.Deadlines;

/// <summary>How long a case is kept after it was closed. A rule of the portal: no text read so far sets the term.</summary>
public static class RetentionTerm
{
    public const int Years = 10;

    /// <summary>The day until which a case is kept locked.</summary>
    public static DateOnly Until(DateOnly closedOn) => closedOn.AddYears(Years);
}

namespace Portal.Casework.Schedule;

/// <summary>What a feature has to do once a business day.</summary>
/// <remarks>
/// Doing it twice must come to the same as doing it once: it may have been broken off in the middle. Days on which the
/// portal was down are not made up for one by one, so a task looks at what is due by now and not at what became due today.
/// </remarks>
public interface IDailyTask
{
    /// <summary>At most 60 characters; kept in the database, so it stays the same from version to version.</summary>
    string Name { get; }

    /// <param name="today">The business day of the round.</param>
    Task RunAsync(DateOnly today, CancellationToken cancellation);
}

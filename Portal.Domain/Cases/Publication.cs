namespace Portal.Domain.Cases;

/// <summary>The time a list is open to objections (公示): calendar days, ruling R9.</summary>
/// <param name="From">The day it was published; not counted.</param>
/// <param name="Until">The day it has been up for the whole term; from then on it may be released.</param>
public readonly record struct PublicationPeriod(DateOnly From, DateOnly Until)
{
    public static PublicationPeriod Starting(DateOnly from, int days) => new(from, from.AddDays(days));

    public bool IsOverOn(DateOnly day) => day >= Until;
}

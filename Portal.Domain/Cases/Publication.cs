using Portal.Domain.Parameters;
using Portal.Domain.Rules;

namespace Portal.Domain.Cases;

/// <summary>The time a list is open to objections (公示): calendar days, ruling R9.</summary>
/// <param name="From">The day it was published; not counted.</param>
/// <param name="Until">The day it has been up for the whole term; from then on it may be released.</param>
public readonly record struct PublicationPeriod(DateOnly From, DateOnly Until)
{
    public int Days => Until.DayNumber - From.DayNumber;

    public static PublicationPeriod Starting(DateOnly from, int days) => new(from, from.AddDays(days));

    /// <summary>As long as the book has it for the place on the day it begins.</summary>
    /// <returns>Null where the place sets no term.</returns>
    public static PublicationPeriod? Starting(Rulebook rules, string region, DateOnly from) =>
        rules.Days(SharedParameters.PublicationDays, region, from) is { } days ? Starting(from, days) : null;

    public bool IsOverOn(DateOnly day) => day >= Until;
}

using Portal.Domain.Parameters;
using Portal.Domain.Rules;

namespace Portal.Domain.Deadlines;

/// <summary>By when money is paid: so many working days after what released it, the day itself not counted (R3).</summary>
/// <remarks>Clause 20 for everything a measure has no term of its own for, see <see cref="Measure.DueDays"/>.</remarks>
public static class PaymentTerm
{
    /// <summary>Clause 20's number of working days as the book has it on a day; the notice's own where the book has none.</summary>
    public static int WorkingDays(Rulebook rules, string region, DateOnly day) =>
        rules.Days(SharedParameters.PaymentDueWorkingDays, region, day) ?? SharedParameters.PaymentDueByTheNotice;

    /// <summary>The last day for paying, or deciding, what came in on a day (clause 20).</summary>
    /// <returns>Null where the count runs through a year without published holidays.</returns>
    public static DateOnly? From(Rulebook rules, string region, DateOnly day) => rules.Calendar.TryAddWorkingDays(day, WorkingDays(rules, region, day));

    /// <summary>The last day for paying an instalment whose condition came to pass on a day.</summary>
    /// <returns>Null where a term of the measure's own is not set, or the count runs through a year without published holidays.</returns>
    public static DateOnly? After(Measure measure, string trigger, Rulebook rules, string region, DateOnly day)
    {
        var parameter = measure.DueDays(trigger);
        if (parameter == SharedParameters.PaymentDueWorkingDays) return From(rules, region, day);
        return rules.Days(parameter, region, day) is { } days ? rules.Calendar.TryAddWorkingDays(day, days) : null;
    }

    /// <summary>The last day for paying an automatic refund: counted from the end of publication or from the account's confirmation, whichever is later (R9).</summary>
    /// <inheritdoc cref="From" path="/returns"/>
    public static DateOnly? OfRefund(Rulebook rules, string region, DateOnly? publishedUntil, DateOnly confirmedOn) =>
        rules.Calendar.TryAddWorkingDays(publishedUntil > confirmedOn ? publishedUntil.Value : confirmedOn, WorkingDays(rules, region, confirmedOn));

    /// <summary>Whether a month of a benefit was released in the calendar month of a day already: released once a month, its deadline tells when.</summary>
    /// <param name="deadlines">Of the months released so far.</param>
    public static bool IsReleasedInMonth(IEnumerable<DateOnly?> deadlines, Measure measure, Rulebook rules, string region, DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        // Where no deadline can be counted, nothing was released.
        var after = After(measure, Trigger.Monthly, rules, region, first.AddDays(-1)) ?? DateOnly.MinValue;
        var until = After(measure, Trigger.Monthly, rules, region, first.AddMonths(1).AddDays(-1)) ?? DateOnly.MaxValue;
        return deadlines.Any(due => due > after && due <= until);
    }
}

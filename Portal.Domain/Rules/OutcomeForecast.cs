namespace Portal.Domain.Rules;

/// <summary>Looks ahead from a day: when does the answer change if the facts stay, but for the months that pass?</summary>
/// <remarks>
/// Between two days on which a dated value changes or a month is full, only a day that a fact tells can run out, and it
/// does so once. So it is enough to look at the ends of such a span, and to halve it where they differ.
/// </remarks>
/// <param name="readings">The facts; where the applicant may stand in several ways, the first that is not ruled out counts.</param>
public sealed class OutcomeForecast(Measure measure, IReadOnlyList<FactSet> readings, Rulebook book, string region, DateOnly from)
{
    public const int YearsAhead = 2;

    private readonly DateOnly _horizon = from.AddYears(YearsAhead);

    /// <summary>The first later day, at most two years ahead, on which the outcome or the amount changes; null where none is.</summary>
    public ForecastChange? First()
    {
        var now = On(from);
        var start = from;
        foreach (var boundary in Boundaries())
        {
            if (Between(start, boundary.AddDays(-1), now) is { } within) return SetExtras(within, now);
            if (Differs(On(boundary), now)) return SetExtras(boundary, now);
            start = boundary;
        }

        return Between(start, _horizon, now) is { } last ? SetExtras(last, now) : null;
    }

    /// <summary>The decision on a day, with the months that will have passed by then.</summary>
    public Decision On(DateOnly day)
    {
        var terms = measure.TermsFor(book, region, day);
        var months = MonthsUntil(day);
        return Decide([.. readings.Select(facts => facts.After(months))], terms);
    }

    private Decision Decide(FactSet[] grown, Terms terms)
    {
        var decision = default(Decision);
        foreach (var facts in grown)
        {
            decision = measure.DecideAhead(facts, terms);
            if (decision.Outcome != Outcome.Ineligible) break;
        }

        return decision;
    }

    private ForecastChange SetExtras(DateOnly day, Decision before)
    {
        var months = MonthsUntil(day);
        var isFullMonth = months > 0 && from.AddMonths(months) == day && readings.Any(facts => facts.Grows);
        return new ForecastChange(day, before, On(day), isFullMonth ? months : null);
    }

    private DateOnly? Between(DateOnly start, DateOnly end, Decision now)
    {
        if (end <= start || !readings.Any(facts => facts.Known.Any(fact => fact.Type == FactType.Date)) || !Differs(On(end), now)) return null;
        var (same, other) = (start.DayNumber, end.DayNumber);
        while (other - same > 1)
        {
            var middle = same + (other - same) / 2;
            if (Differs(On(DateOnly.FromDayNumber(middle)), now)) other = middle;
            else same = middle;
        }

        return DateOnly.FromDayNumber(other);
    }

    private IEnumerable<DateOnly> Boundaries()
    {
        var places = Places.RegionDirectory.Chain(region).ToHashSet();
        var rows = measure.Parameters.SelectMany(parameter => book.Parameters.Select(parameter.Key, region: null, on: null))
            .Where(row => places.Contains(row.Region));
        var changes = rows.SelectMany(row => row.To is { } last ? [row.From, last.AddDays(1)] : new[] { row.From });
        var months = readings.Any(facts => facts.Grows) ? Enumerable.Range(1, YearsAhead * 12).Select(from.AddMonths) : [];
        return changes.Concat(months).Where(day => day > from && day <= _horizon).Distinct().Order();
    }

    private int MonthsUntil(DateOnly day)
    {
        var months = (day.Year - from.Year) * 12 + day.Month - from.Month;
        return from.AddMonths(months) > day ? months - 1 : months;
    }

    private static bool Differs(Decision one, Decision other) => one.Outcome != other.Outcome || one.Amount != other.Amount;
}

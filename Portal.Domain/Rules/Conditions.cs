using Portal.Domain.Parameters;
using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>The words in which measures state their conditions. Each knows the nearest answer that would satisfy it.</summary>
public static class Conditions
{
    public static Condition All(params Condition[] parts) => new AllOf(parts);

    public static Condition Any(params Condition[] parts) => new AnyOf(parts);

    public static Condition Yes(YesNoFact fact) => new Question(fact, (facts, _) => facts[fact]!.Value, (_, _) => Remedy.OneOf(fact, 1));

    public static Condition No(YesNoFact fact) => new Question(fact, (facts, _) => !facts[fact]!.Value, (_, _) => Remedy.OneOf(fact, 0));

    public static Condition IsNot(ChoiceFact fact, string code)
    {
        var index = fact.IndexOf(code);
        var others = Enumerable.Range(0, fact.Choices.Count).Where(i => i != index).Select(i => (long)i).ToArray();
        return new Question(fact, (facts, _) => (int)facts.ValueOf(fact).A != index, (_, _) => Remedy.OneOf(fact, others));
    }

    public static Condition Is(ChoiceFact fact, params string[] codes)
    {
        var indexes = codes.Select(fact.IndexOf).ToArray();
        if (indexes.Contains(-1)) throw new ArgumentException($"{fact.Name} has no such choice.", nameof(codes));
        return new Question(fact, (facts, _) => Array.IndexOf(indexes, (int)facts.ValueOf(fact).A) >= 0,
            (_, _) => Remedy.OneOf(fact, indexes.Select(i => (long)i)));
    }

    /// <summary>以上: the number itself counts (ruling R1).</summary>
    public static Condition AtLeast(CountFact fact, int least) =>
        new Question(fact, (facts, _) => facts[fact]!.Value >= least, (_, _) => Remedy.AtLeast(fact, least));

    public static Condition AtLeast(CountFact fact, CountParameter least) =>
        new Question(fact, (facts, terms) => facts[fact]!.Value >= terms.Value(least), (_, terms) => Remedy.AtLeast(fact, terms.Value(least)));

    /// <summary>以下, 不超过: the number itself counts (ruling R1).</summary>
    public static Condition AtMost(CountFact fact, CountParameter most) =>
        new Question(fact, (facts, terms) => facts[fact]!.Value <= terms.Value(most), (_, terms) => Remedy.AtMost(fact, terms.Value(most)));

    public static Condition AtMost(RateFact fact, RateParameter most) =>
        new Question(fact, (facts, terms) => facts[fact]!.Value <= terms.Value(most),
            (_, terms) => new Remedy(fact, Bound.AtMost, [terms.Value(most).ToString()]));

    public static Condition AtMost(MoneyFact fact, MoneyParameter most) =>
        new Question(fact, (facts, terms) => facts[fact]!.Value <= terms.Value(most), (_, terms) => Remedy.AtMost(fact, terms.Value(most).Fen));

    public static Condition AboveZero(MoneyFact fact) =>
        new Question(fact, (facts, _) => facts[fact]!.Value > Money.Zero, (_, _) => Remedy.AtLeast(fact, 1));

    public static Condition Exactly(CountFact fact, int number) =>
        new Question(fact, (facts, _) => facts[fact]!.Value == number, (_, _) => Remedy.OneOf(fact, number));

    /// <summary>From the first to the last day, both counted.</summary>
    public static Condition Within(DateFact fact, DateOnly first, DateOnly last) =>
        new Question(fact, (facts, _) => facts[fact]!.Value >= first && facts[fact]!.Value <= last,
            (facts, _) => facts[fact]!.Value < first ? Remedy.AtLeast(fact, first.DayNumber) : Remedy.AtMost(fact, last.DayNumber));

    public static Condition NotBefore(MonthFact fact, Month first) =>
        new Question(fact, (facts, _) => facts[fact]!.Value >= first, (_, _) => Remedy.AtLeast(fact, first.Index));

    public static Condition NotAfter(MonthFact fact, Month last) =>
        new Question(fact, (facts, _) => facts[fact]!.Value <= last, (_, _) => Remedy.AtMost(fact, last.Index));

    /// <summary>A run of months that starts in one fact and is as long as another reaches a month.</summary>
    public static Condition Reaches(MonthFact first, CountFact months, Month month) =>
        new PairQuestion(first, months, (facts, _) => facts[first]!.Value + (facts[months]!.Value - 1) >= month,
            (facts, _) => Remedy.AtLeast(months, month.Index - facts[first]!.Value.Index + 1));

    /// <summary>不满: the number itself no longer counts.</summary>
    public static Condition Below(CountFact fact, Func<Terms, int> limit) =>
        new Question(fact, (facts, terms) => facts[fact]!.Value < limit(terms),
            (_, terms) => limit(terms) > 0 ? Remedy.AtMost(fact, limit(terms) - 1) : null);

    /// <summary>A day so late that a number of years from it has not run out on the day of assessment; the anniversary itself counts.</summary>
    public static Condition WithinYears(DateFact fact, CountParameter years) =>
        new Question(fact, (facts, terms) => terms.AsOf <= facts[fact]!.Value.AddYears(terms.Value(years)),
            (_, terms) => Remedy.AtLeast(fact, EarliestWithin(terms.AsOf, terms.Value(years)).DayNumber));

    private static DateOnly EarliestWithin(DateOnly asOf, int years)
    {
        var day = asOf.AddYears(-years);
        // On 29 February, 28 February of a common year is one day too early.
        return day.AddYears(years) < asOf ? day.AddDays(1) : day;
    }
}

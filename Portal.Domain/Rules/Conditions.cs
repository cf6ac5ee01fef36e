using Portal.Domain.Parameters;
using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>The words in which measures state their conditions.</summary>
public static class Conditions
{
    public static Condition All(params Condition[] parts) => new AllOf(parts);

    public static Condition Any(params Condition[] parts) => new AnyOf(parts);

    public static Condition Yes(YesNoFact fact) => new Question(fact, (facts, _) => facts[fact]!.Value);

    public static Condition No(YesNoFact fact) => new Question(fact, (facts, _) => !facts[fact]!.Value);

    public static Condition IsNot(ChoiceFact fact, string code)
    {
        var index = fact.IndexOf(code);
        return new Question(fact, (facts, _) => (int)facts.ValueOf(fact).A != index);
    }

    public static Condition Is(ChoiceFact fact, params string[] codes)
    {
        var indexes = codes.Select(fact.IndexOf).ToArray();
        if (indexes.Contains(-1)) throw new ArgumentException($"{fact.Name} has no such choice.", nameof(codes));
        return new Question(fact, (facts, _) => Array.IndexOf(indexes, (int)facts.ValueOf(fact).A) >= 0);
    }

    /// <summary>以上: the number itself counts (ruling R1).</summary>
    public static Condition AtLeast(CountFact fact, int least) => new Question(fact, (facts, _) => facts[fact]!.Value >= least);

    public static Condition AtLeast(CountFact fact, CountParameter least) =>
        new Question(fact, (facts, terms) => facts[fact]!.Value >= terms.Value(least));

    /// <summary>以下, 不超过: the number itself counts (ruling R1).</summary>
    public static Condition AtMost(CountFact fact, CountParameter most) =>
        new Question(fact, (facts, terms) => facts[fact]!.Value <= terms.Value(most));

    public static Condition AtMost(RateFact fact, RateParameter most) =>
        new Question(fact, (facts, terms) => facts[fact]!.Value <= terms.Value(most));

    public static Condition AtMost(MoneyFact fact, MoneyParameter most) =>
        new Question(fact, (facts, terms) => facts[fact]!.Value <= terms.Value(most));

    public static Condition AboveZero(MoneyFact fact) => new Question(fact, (facts, _) => facts[fact]!.Value > Money.Zero);

    public static Condition Exactly(CountFact fact, int number) => new Question(fact, (facts, _) => facts[fact]!.Value == number);

    /// <summary>From the first to the last day, both counted.</summary>
    public static Condition Within(DateFact fact, DateOnly first, DateOnly last) =>
        new Question(fact, (facts, _) => facts[fact]!.Value >= first && facts[fact]!.Value <= last);

    public static Condition NotBefore(MonthFact fact, Month first) => new Question(fact, (facts, _) => facts[fact]!.Value >= first);

    public static Condition NotAfter(MonthFact fact, Month last) => new Question(fact, (facts, _) => facts[fact]!.Value <= last);

    /// <summary>A run of months that starts in one fact and is as long as another reaches a month.</summary>
    public static Condition Reaches(MonthFact first, CountFact months, Month month) =>
        new PairQuestion(first, months, (facts, _) => facts[first]!.Value + (facts[months]!.Value - 1) >= month);

    /// <summary>不满: the number itself no longer counts.</summary>
    public static Condition Below(CountFact fact, Func<Terms, int> limit) =>
        new Question(fact, (facts, terms) => facts[fact]!.Value < limit(terms));

    /// <summary>A question of its own to one fact and the terms, for what no other word says.</summary>
    public static Condition Where(DateFact fact, Func<DateOnly, Terms, bool> holds) =>
        new Question(fact, (facts, terms) => holds(facts[fact]!.Value, terms));
}

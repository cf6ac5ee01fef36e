using Portal.Casework.Rulebooks;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

/// <summary>A million rows are decided on memory that stays flat, because a decision without its reasons allocates nothing.</summary>
public sealed class DecisionCostTests
{
    private static readonly Rulebook Rules = RulebookSource.Shipped().Rules;

    public static TheoryData<string> Measures() => [.. new MeasureCatalog().All.Select(measure => measure.Code)];

    [Theory]
    [MemberData(nameof(Measures))]
    public void Deciding_without_explanation_allocates_nothing(string code)
    {
        var measure = new MeasureCatalog().Find(code)!;
        var terms = measure.TermsFor(Rules, "210202", new DateOnly(2020, 11, 16));
        var facts = Answers(measure);
        // The first rounds look values up, and the runtime allocates while it makes the code faster.
        for (var i = 0; i < 200; i++) measure.Decide(facts, terms);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) measure.Decide(facts, terms);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Every fact known; what they come to does not matter here.</summary>
    private static FactSet Answers(Measure measure) => FactSet.FromTexts(measure.Facts, measure.Facts.Facts.ToDictionary(fact => fact.Name, fact => fact.Type switch
    {
        FactType.Money => "1000.00",
        FactType.Rate => "0.04",
        FactType.Date => "2020-07-01",
        FactType.Month => "2020-11",
        FactType.Count => "12",
        _ => fact.Choices[0].Code,
    }));
}

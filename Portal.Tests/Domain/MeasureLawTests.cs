using CsCheck;
using Portal.Casework.Rulebooks;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>Laws that hold for every measure, whatever the facts.</summary>
public sealed class MeasureLawTests
{
    private static readonly MeasureCatalog Catalog = new();
    private static readonly Rulebook Rules = RulebookSource.Shipped().Rules;
    private static readonly string[] Places = ["210000", "210100", "210102", "210202", "210302", "210502", "211223"];

    /// <summary>Deadlines are counted here, so dates keep to the years of the calendar.</summary>
    private static readonly DateOnly FirstPublishedDay = new(2020, 1, 1);

    /// <summary>A measure, a day and a place, and its facts in random order, each with a value or unknown.</summary>
    private static readonly Gen<(Measure Measure, Terms Terms, (Fact Fact, string? Text)[] Facts)> Situations =
        from measure in Gen.OneOf(Catalog.All.ToArray())
        from day in Gen.Int[0, 2500]
        from place in Gen.OneOf(Places)
        from texts in Situation.Each(measure.Facts.Facts.Select(fact => Situation.Text(fact, FirstPublishedDay, days: 2300)))
        from keys in Gen.Int.Array[texts.Length]
        let order = Enumerable.Range(0, texts.Length).OrderBy(i => keys[i])
        let terms = measure.TermsFor(Rules, place, new DateOnly(2020, 1, 1).AddDays(day % 2190))
        select (measure, terms, order.Select(i => (measure.Facts.Facts[i], texts[i])).ToArray());

    [Fact]
    public void More_facts_never_flip_a_decided_answer() => Situations.Sample(situation =>
    {
        var (measure, terms, facts) = situation;
        var known = FactSet.Empty(measure.Facts);
        var before = measure.Assess(known, terms);
        foreach (var (fact, text) in facts)
        {
            if (text is null) continue;
            Assert.True(known.TryWith(fact, text, out known));
            var after = measure.Assess(known, terms);
            foreach (var (was, now) in before.Conditions.Zip(after.Conditions))
                Assert.True(was.Result == Truth.Unknown || was.Result == now.Result, $"{measure.Code} {was.Id}: {was.Result} became {now.Result}");
            Assert.True(before.Outcome == Outcome.Incomplete || before.Outcome == after.Outcome);
            before = after;
        }
    });

    [Fact]
    public void Instalments_sum_to_the_amount_and_none_is_empty() => Situations.Sample(situation =>
    {
        var assessment = Assess(situation);
        var sum = assessment.Instalments.Aggregate(Money.Zero, (total, step) => total + step.Amount);
        // The unemployment benefit is paid by the month and plans no instalments.
        if (assessment.Extras?.Monthly is null) Assert.Equal(assessment.Amount ?? Money.Zero, sum - (assessment.Extras?.Clawback ?? Money.Zero));
        if (assessment.Funding is { } funding) Assert.Equal(assessment.Amount, funding.Central + funding.Province + funding.City);
        Assert.DoesNotContain(assessment.Instalments, step => step.Amount <= Money.Zero);
    });

    [Fact]
    public void Due_dates_are_working_days() => Situations.Sample(situation =>
        Assert.All(Assess(situation).Instalments, step => Assert.True(step.Due is null || Rules.Calendar.IsWorkingDay(step.Due.Value))));

    [Fact]
    public void The_order_of_facts_does_not_matter() => Situations.Sample(situation =>
        Assert.Equal(Show(Assess(situation)), Show(Assess(situation with { Facts = [.. situation.Facts.Reverse()] }))));

    [Fact]
    public void Deciding_agrees_with_explaining() => Situations.Sample(situation =>
    {
        var assessment = Assess(situation);
        var decision = situation.Measure.Decide(Facts(situation.Measure, situation.Facts), situation.Terms);
        Assert.Equal(new Decision(assessment.Outcome, assessment.Amount, assessment.Automatic), decision);
    });

    [Fact]
    public void What_is_missing_is_unknown_and_only_while_incomplete() => Situations.Sample(situation =>
    {
        var assessment = Assess(situation);
        Assert.Equal(assessment.Outcome == Outcome.Incomplete, assessment.Missing.Count > 0);
        Assert.All(assessment.Missing, name => Assert.Contains(situation.Facts, fact => fact.Fact.Name == name && fact.Text is null));
    });

    [Fact]
    public void An_estimate_agrees_with_the_assessment_and_asks_for_no_more() => Situations.Sample(situation =>
    {
        var assessment = Assess(situation);
        var estimate = situation.Measure.Estimate(Facts(situation.Measure, situation.Facts), situation.Terms);
        // Whether it is automatic is a condition's matter, which an estimate leaves alone.
        if (assessment.Outcome == Outcome.Eligible) Assert.Equal(Show(assessment with { Automatic = false }), Show(estimate));
        if (assessment.Outcome == Outcome.Incomplete) Assert.Subset(assessment.Missing.ToHashSet(), estimate.Missing.ToHashSet());
        Assert.Equal(assessment.Outcome == Outcome.Ineligible, estimate.Outcome == Outcome.Ineligible);
    });

    private static Assessment Assess((Measure Measure, Terms Terms, (Fact, string?)[] Facts) situation) =>
        situation.Measure.Assess(Facts(situation.Measure, situation.Facts), situation.Terms);

    private static FactSet Facts(Measure measure, (Fact Fact, string? Text)[] given)
    {
        var facts = FactSet.Empty(measure.Facts);
        foreach (var (fact, text) in given)
            if (text is not null)
                facts.TryWith(fact, text, out facts);
        return facts;
    }

    private static string Show(Assessment assessment) => System.Text.Json.JsonSerializer.Serialize(assessment);
}

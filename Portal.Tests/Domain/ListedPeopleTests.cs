using CsCheck;
using Portal.Domain.Applications;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>A list gone through person by person: the sum follows.</summary>
public sealed class ListedPeopleTests
{
    private static readonly HiringGrant Grant = new();

    private static readonly Terms Terms = Grant.TermsFor(Situation.Rules, "210202", new DateOnly(2020, 11, 16));

    private static readonly FactSet Whole = FactSet.Empty(Grant.Facts).With(HiringGrant.PremiumReliefPeriod, true);

    private static readonly Gen<ListedPerson[]> Lists = Gen.Select(Gen.Int[6, 24], Gen.Bool)
        .Select((months, ruledOut) => new ListedPerson(Hire(months), ruledOut)).Array[1, 20];

    [Fact]
    public void Whoever_is_ruled_out_is_not_paid_for_and_the_others_are()
    {
        var result = ListedPeople.Assess(Grant, Terms, Whole, [new(Hire(12), false), new(Hire(12), true), new(Hire(6), false), new(Hire(24), false)]);

        Assert.Equal([0, 3], result.Members);
        Assert.Equal(Money.Yuan(5000), result.Whole.Amount);
        Assert.Equal(2, result.Facts[HiringGrant.Hires]);
        Assert.Equal(Outcome.Ineligible, result.Each[2].Outcome);
    }

    [Fact]
    public void With_nobody_left_nothing_is_paid()
    {
        var result = ListedPeople.Assess(Grant, Terms, Whole, [new(Hire(12), true)]);

        Assert.Empty(result.Members);
        Assert.Equal(Outcome.Ineligible, result.Whole.Outcome);
    }

    [Fact]
    public void Months_that_differ_would_be_two_cases()
    {
        var internship = new InternshipSubsidy();
        var terms = internship.TermsFor(Situation.Rules, "210202", new DateOnly(2020, 11, 16));
        ListedPerson Intern(int months) => new(FactSet.Empty(internship.Facts).With(InternshipSubsidy.Months, months).With(InternshipSubsidy.InterruptedMonths, 0), false);

        Assert.False(ListedPeople.Assess(internship, terms, FactSet.Empty(internship.Facts), [Intern(6), Intern(6)]).Splits);
        Assert.True(ListedPeople.Assess(internship, terms, FactSet.Empty(internship.Facts), [Intern(6), Intern(7)]).Splits);
    }

    [Fact]
    public void To_rule_somebody_out_never_raises_the_sum() => Gen.Select(Lists, Gen.Int[0, 19]).Sample((list, at) =>
    {
        var fewer = list.Select((person, i) => i == at % list.Length ? person with { IsRuledOut = true } : person).ToArray();

        Assert.True(AmountOf(fewer) <= AmountOf(list));
    });

    [Fact]
    public void The_order_of_the_list_does_not_matter() => Lists.Sample(list =>
        Assert.Equal(AmountOf(list), AmountOf([.. list.Reverse()])));

    [Fact]
    public void Nobody_ruled_out_is_the_application_as_it_was_submitted() => Lists.Sample(list =>
    {
        var all = list.Select(person => person with { IsRuledOut = false }).ToArray();
        var submitted = PeopleApplication.Assess(Grant, Terms, Whole, [.. all.Select(person => person.Facts)]);

        Assert.Equal(submitted.Groups.SelectMany(group => group.Members), ListedPeople.Assess(Grant, Terms, Whole, all).Members);
        if (submitted.Groups.Count > 0) Assert.Equal(submitted.Groups[0].Whole.Amount, AmountOf(all));
    });

    private static Money AmountOf(ListedPerson[] list) => ListedPeople.Assess(Grant, Terms, Whole, list).Whole.Amount ?? Money.Zero;

    private static FactSet Hire(int months) => FactSet.Empty(Grant.Facts)
        .With(HiringGrant.HireCategory, "graduate").With(HiringGrant.ContractMonths, months).With(HiringGrant.SocialInsurancePaid, true);
}

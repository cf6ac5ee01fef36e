using CsCheck;
using Portal.Domain.Applications;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

/// <summary>For how many months somebody is still paid (R12, R14).</summary>
public sealed class MonthCeilingTests
{
    private static readonly Gen<int> Months = Gen.OneOf(Gen.Int[0, 40], Gen.Int[0, CountFact.Max]);

    [Fact]
    public void However_a_term_is_claimed_no_more_months_are_paid_than_it_has() => Gen.Select(Gen.Int[0, 40], Gen.Int[0, 30].Array[0, 12]).Sample((inAll, claims) =>
    {
        var paid = claims.Aggregate(0, (before, claimed) => before + MonthCeiling.Paid(claimed, inAll, before));

        Assert.Equal(Math.Min(claims.Sum(), inAll), paid);
    });

    [Fact]
    public void Months_beyond_the_term_are_cut_and_not_refused()
    {
        Assert.Equal(4, MonthCeiling.Paid(claimed: 9, inAll: 24, before: 20));
        Assert.Equal(0, MonthCeiling.Paid(claimed: 9, inAll: 24, before: 30));
    }

    [Fact]
    public void A_claim_is_exceeded_exactly_where_some_of_its_months_would_not_be_paid() => Gen.Select(Months, Months, Months).Sample((claimed, inAll, before) =>
    {
        if (claimed > 0) Assert.Equal(MonthCeiling.Paid(claimed, inAll, before) < claimed, MonthCeiling.IsExceeded(claimed, inAll, before));
    });

    [Fact]
    public void Of_what_was_told_and_what_was_granted_the_greater_number_counts()
    {
        Assert.Equal(7, MonthCeiling.Before(told: 7, granted: 3));
        Assert.Equal(7, MonthCeiling.Before(told: 3, granted: 7));
        Assert.Equal(3, MonthCeiling.Before(told: null, granted: 3));
    }

    [Fact]
    public void Fewer_months_than_the_portal_has_granted_may_not_be_told()
    {
        Assert.True(MonthCeiling.IsUnderstated(told: 2, granted: 3));
        Assert.False(MonthCeiling.IsUnderstated(told: 3, granted: 3));
        Assert.False(MonthCeiling.IsUnderstated(told: null, granted: 3));
    }

    [Fact]
    public void No_measure_with_a_term_claims_more_months_than_are_left_of_it() => Situation.Any.Where(one => one.Measure.Application.MonthsInAll is not null).Sample(situation =>
    {
        var (facts, terms, application) = (situation.Facts, situation.Terms, situation.Measure.Application);
        if (!terms.IsOffered || situation.Measure.Assess(facts, terms) is not { Outcome: Outcome.Eligible }) return;
        var before = application.MonthsPaidBefore is { } fact ? facts[fact] ?? 0 : 0;

        var claimed = application.Claim.Periods(facts, terms, new ClaimAnswers(new Portal.Domain.Values.Month(2020, 6))).Count;

        Assert.False(MonthCeiling.IsExceeded(claimed, application.MonthsInAll!(facts, terms)!.Value, before));
    });
}

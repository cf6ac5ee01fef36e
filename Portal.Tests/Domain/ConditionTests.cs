using Portal.Casework.Rulebooks;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Tests.Domain;

/// <summary>The truth tables of ruling R10.</summary>
public sealed class ConditionTests
{
    private static readonly FactList List = new();
    private static readonly YesNoFact First = new(List, "first", "甲", "");
    private static readonly YesNoFact Second = new(List, "second", "乙", "");
    private static readonly Terms Terms = new HiringGrant().TermsFor(RulebookSource.Shipped().Rules, "210202", new DateOnly(2020, 11, 16));

    [Theory]
    [InlineData(true, true, Truth.Met)]
    [InlineData(true, false, Truth.Unmet)]
    [InlineData(true, null, Truth.Unknown)]
    [InlineData(false, null, Truth.Unmet)]
    [InlineData(null, null, Truth.Unknown)]
    public void All_is_unmet_as_soon_as_one_part_is(bool? first, bool? second, Truth expected)
    {
        Assert.Equal(expected, Evaluate(All(Yes(First), Yes(Second)), first, second, out _));
        Assert.Equal(expected, Evaluate(All(Yes(First), Yes(Second)), second, first, out _));
    }

    [Theory]
    [InlineData(true, null, Truth.Met)]
    [InlineData(true, false, Truth.Met)]
    [InlineData(false, false, Truth.Unmet)]
    [InlineData(false, null, Truth.Unknown)]
    [InlineData(null, null, Truth.Unknown)]
    public void Any_is_met_as_soon_as_one_part_is(bool? first, bool? second, Truth expected)
    {
        Assert.Equal(expected, Evaluate(Any(Yes(First), Yes(Second)), first, second, out _));
        Assert.Equal(expected, Evaluate(Any(Yes(First), Yes(Second)), second, first, out _));
    }

    [Fact]
    public void A_decided_branch_asks_for_nothing()
    {
        Evaluate(Any(Yes(First), Yes(Second)), true, null, out var missing);
        Assert.Equal(0UL, missing);
        Evaluate(All(Yes(First), Yes(Second)), false, null, out missing);
        Assert.Equal(0UL, missing);
        Evaluate(All(Yes(First), Yes(Second)), true, null, out missing);
        Assert.Equal(Second.Bit, missing);
    }

    [Fact]
    public void The_nearest_day_within_years_is_the_earliest_that_will_do()
    {
        var list = new FactList();
        var left = new DateFact(list, "left", "离校日期", "");
        var condition = WithinYears(left, FlexibleSocialInsurance.YearsSinceSchool);
        for (var day = new DateOnly(2023, 1, 1); day.Year < 2026; day = day.AddDays(1))
        {
            var terms = new FlexibleSocialInsurance().TermsFor(Situation.Rules, "210202", day);
            var remedy = Assert.Single(RemedySearch.Of(condition, FactSet.Empty(list).With(left, new DateOnly(2000, 1, 1)), terms)!);
            Assert.True(FactSet.Empty(list).TryWith(left, remedy.Values[0], out var mended));
            Assert.False(RemedySearch.IsUnmet(condition, mended, terms));
            Assert.True(RemedySearch.IsUnmet(condition, mended.With(left, mended[left]!.Value.AddDays(-1)), terms));
        }
    }

    private static Truth Evaluate(Condition condition, bool? first, bool? second, out ulong missing)
    {
        missing = 0;
        return condition.Evaluate(FactSet.Empty(List).With(First, first).With(Second, second), Terms, ref missing);
    }
}

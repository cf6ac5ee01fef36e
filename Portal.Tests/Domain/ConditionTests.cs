using Portal.Domain.Rules;
using Portal.Rulebooks;
using static Portal.Domain.Rules.Conditions;

namespace Portal.Tests.Domain;

/// <summary>The truth tables of ruling R10.</summary>
public sealed class ConditionTests
{
    private static readonly FactList List = new();
    private static readonly YesNoFact First = new(List, "first", "甲", "");
    private static readonly YesNoFact Second = new(List, "second", "乙", "");
    private static readonly Terms Terms = new Portal.Domain.Measures.HiringGrant().TermsFor(RulebookSource.Shipped().Rules, "210202", new DateOnly(2020, 11, 16));

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

    private static Truth Evaluate(Condition condition, bool? first, bool? second, out ulong missing)
    {
        missing = 0;
        return condition.Evaluate(FactSet.Empty(List).With(First, first).With(Second, second), Terms, ref missing);
    }
}

using Portal.Casework.Rulebooks;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

public sealed class RuleEffectTests
{
    private static readonly HiringGrant Grant = new();
    private static readonly Rulebook Rules = RulebookSource.Shipped().Rules;
    private static readonly DateOnly Day = new(2020, 11, 16);
    private static readonly BookEntry Raise = new(HiringGrant.AmountPerPerson.Key, "210200", new DateOnly(2020, 11, 1), null, "3000", "C", "大人社发〔2020〕9号");

    private static readonly FactSet Facts = FactSet.Empty(Grant.Facts)
        .With(HiringGrant.HireCategory, HiringGrant.Graduate).With(HiringGrant.ContractMonths, 12)
        .With(HiringGrant.SocialInsurancePaid, true).With(HiringGrant.Hires, 3).With(HiringGrant.PremiumReliefPeriod, true);

    [Fact]
    public void A_raise_changes_the_result_by_what_each_gets_more()
    {
        var effect = Of(Raise);
        Assert.True(effect.IsChanged);
        Assert.Equal(Money.Yuan(1500), effect.Difference);
    }

    [Fact]
    public void An_amount_that_was_awaited_counts_from_nothing()
    {
        var effect = Of(Raise with { Region = "210300" }, "210302");
        Assert.Null(effect.Before!.Amount);
        Assert.Equal(Money.Yuan(9000), effect.Difference);
    }

    [Fact]
    public void Another_place_another_day_and_the_same_value_change_nothing()
    {
        Assert.False(Of(Raise with { Region = "210300" }).IsChanged);
        Assert.False(Of(Raise with { From = Day.AddDays(1) }).IsChanged);
        Assert.False(Of(Raise with { Value = "2500.00" }).IsChanged);
    }

    [Fact]
    public void Another_advance_is_a_change_though_the_amount_stays()
    {
        var effect = Of(Raise with { Key = HiringGrant.PrepayShare.Key, Region = RegionDirectory.Province, Value = "0.25" });
        Assert.True(effect.IsChanged);
        Assert.Equal(Money.Zero, effect.Difference);
    }

    [Fact]
    public void A_measure_that_ends_takes_the_whole_amount()
    {
        var effect = Of(Raise with { Key = HiringGrant.PrepayShare.Key, Region = RegionDirectory.Province, Value = null });
        Assert.Equal(Outcome.Ineligible, effect.After!.Outcome);
        Assert.Equal(Money.Yuan(-7500), effect.Difference);
    }

    [Fact]
    public void A_deadline_without_calendar_and_an_amount_too_large_are_told_as_not_computable()
    {
        var late = new DateOnly(2026, 12, 30);
        var open = Raise with { From = new DateOnly(2026, 1, 1) };
        Assert.False(Of(open, day: late).IsComputable);
        Assert.False(Of(Raise with { Value = "1000000000000" }, facts: Facts.With(HiringGrant.Hires, 1_000_000)).IsComputable);
    }

    private static RuleEffect Of(BookEntry change, string region = "210202", DateOnly? day = null, FactSet? facts = null) => RuleEffect.Of(
        facts ?? Facts,
        Grant.TermsFor(Rules, region, day ?? Day),
        Grant.TermsFor(Rules with { Parameters = Rules.Parameters.With(change) }, region, day ?? Day));
}

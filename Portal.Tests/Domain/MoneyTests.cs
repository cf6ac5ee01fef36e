using CsCheck;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("4321.55", 432155)]
    [InlineData("0.01", 1)]
    [InlineData("10000", 1000000)]
    [InlineData("0.5", 50)]
    public void Yuan_are_read_as_fen(string text, long fen)
    {
        Assert.True(Money.TryParse(text, out var money));
        Assert.Equal(fen, money.Fen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.234")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1,000")]
    [InlineData("1e5")]
    [InlineData("约三千")]
    [InlineData("1000000000000.01")]
    public void What_is_no_amount_is_refused(string text) => Assert.False(Money.TryParse(text, out _));

    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Long[0, Money.MaxReadableFen].Sample(fen => Money.TryParse(new Money(fen).ToString(), out var read) && read.Fen == fen);

    [Fact]
    public void A_claim_back_is_written_as_the_amount_with_its_sign() =>
        Gen.Long[1, Money.MaxReadableFen].Sample(fen => new Money(-fen).ToString() == "-" + new Money(fen));

    [Fact]
    public void A_target_too_short_for_any_amount_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Money(1).Write(new char[8]));

    [Fact]
    public void A_share_rounded_down_and_its_rest_make_the_whole() =>
        Gen.Select(Gen.Long[0, Money.MaxReadableFen], Gen.Long[0, 1000]).Sample((fen, share) =>
        {
            var whole = new Money(fen);
            var part = whole.TimesDown(Rate.Of(share, 1000));
            Assert.True(part <= whole);
            Assert.Equal(whole, part + (whole - part));
        });

    [Theory]
    [InlineData(432155, "0.9", 388940)]
    [InlineData(1, "0.5", 1)]
    [InlineData(153850, "1", 153850)]
    public void Entitlements_round_half_up_to_the_fen(long fen, string rate, long expected)
    {
        Assert.True(Rate.TryParse(rate, out var share));
        Assert.Equal(expected, new Money(fen).TimesHalfUp(share).Fen);
    }

    [Fact]
    public void Two_thirds_stay_exact()
    {
        Assert.True(Rate.TryParse("2/3", out var share));
        Assert.Equal(66666, Money.Yuan(1000).TimesDown(share).Fen);
        Assert.Equal("2/3", share.ToString());
    }

    [Fact]
    public void A_rate_just_above_the_ceiling_is_above_it()
    {
        Assert.True(Rate.TryParse("0.055", out var ceiling));
        Assert.True(Rate.Of(55_000_001, 1_000_000_000) > ceiling);
        Assert.True(Rate.Of(11, 200) <= ceiling);
    }

    [Fact]
    public void An_amount_too_large_is_an_error_and_never_a_wrong_number() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
}

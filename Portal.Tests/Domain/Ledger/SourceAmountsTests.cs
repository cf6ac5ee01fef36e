using CsCheck;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Tests.Domain.Ledger;

/// <summary>Ruling R4: a split among budgets is by largest remainder; nothing is ever lost or made.</summary>
public sealed class SourceAmountsTests
{
    private static readonly Gen<SourceAmounts> Amounts = Gen.Select(Gen.Long[0, 10_000_000_000], Gen.Long[0, 10_000_000_000], Gen.Long[0, 10_000_000_000])
        .Select((central, province, city) => new SourceAmounts(new Money(central), new Money(province), new Money(city)));

    [Fact]
    public void A_part_is_taken_in_whole_and_from_no_budget_more_than_it_has() =>
        Gen.Select(Amounts, Gen.Double.Unit).Sample((whole, share) =>
        {
            var part = new Money((long)(whole.Total.Fen * share));

            var taken = whole.Take(part);

            Assert.Equal(part, taken.Total);
            Assert.All(SourceAmounts.Sources, source => Assert.InRange(taken[source].Fen, 0, whole[source].Fen));
        });

    [Fact]
    public void However_it_is_cut_up_the_last_part_leaves_nothing() =>
        Gen.Select(Amounts, Gen.Double.Unit.Array[0, 8]).Sample((whole, cuts) =>
        {
            var left = whole;
            foreach (var cut in cuts) left -= left.Take(new Money((long)(left.Total.Fen * cut)));

            Assert.Equal(default, left - left.Take(left.Total));
        });

    [Theory]
    [InlineData(100, 34, 33, 33)]
    [InlineData(101, 34, 34, 33)]
    [InlineData(1, 1, 0, 0)]
    public void Odd_fen_go_to_the_centre_then_the_province_then_the_city(long part, long central, long province, long city)
    {
        var thirds = new SourceAmounts(new Money(1_000), new Money(1_000), new Money(1_000));

        Assert.Equal(new SourceAmounts(new Money(central), new Money(province), new Money(city)), thirds.Take(new Money(part)));
    }

    [Fact]
    public void Nobody_takes_more_than_there_is()
    {
        var whole = new SourceAmounts(new Money(3), new Money(5), new Money(2));

        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Take(new Money(11)));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Take(new Money(-1)));
    }
}

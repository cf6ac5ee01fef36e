using CsCheck;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Tests.Domain.Ledger;

public sealed class RecoveryScheduleTests
{
    private static readonly DateOnly First = new(2020, 12, 31);

    [Fact]
    public void The_parts_make_the_claim_and_only_the_last_differs() => Gen.Select(Gen.Long[1, 99_999_999], Gen.Int[1, RecoverySchedule.MostParts]).Sample((fen, parts) =>
    {
        var steps = RecoverySchedule.Of(new Money(fen), parts, First);

        Assert.Equal(fen, steps.Sum(step => step.Amount.Fen));
        Assert.All(steps, step => Assert.True(step.Amount > Money.Zero));
        Assert.True(steps.SkipLast(1).Select(step => step.Amount).Distinct().Count() <= 1);
        Assert.True(steps[^1].Amount >= steps[0].Amount);
        Assert.Equal(Math.Min(parts, fen), steps.Count);
    });

    [Fact]
    public void What_comes_in_fills_the_parts_in_their_order() => Gen.Select(Gen.Long[1, 9_999], Gen.Int[1, 24], Gen.Long[0, 9_999]).Sample((fen, parts, received) =>
    {
        var open = RecoverySchedule.Open(RecoverySchedule.Of(new Money(fen), parts, First), new Money(received)).ToArray();

        Assert.Equal(Math.Max(0, fen - received), open.Sum(part => part.Open.Fen));
        Assert.True(open.SkipWhile(part => part.Open == Money.Zero).Skip(1).All(part => part.Open == part.Step.Amount));
    });

    [Fact]
    public void A_month_later_is_the_same_day_or_the_month_s_last() =>
        Assert.Equal([First, new DateOnly(2021, 1, 31), new DateOnly(2021, 2, 28)], RecoverySchedule.Of(Money.Yuan(3), 3, First).Select(step => step.DueOn));

    [Fact]
    public void Never_is_more_kept_back_than_is_paid_or_owed() => Gen.Select(Gen.Long[0, 9_999], Gen.Long[0, 9_999]).Sample((due, owed) =>
        Assert.Equal(Math.Min(due, owed), RecoverySchedule.SetOff(new Money(due), new Money(owed)).Fen));
}

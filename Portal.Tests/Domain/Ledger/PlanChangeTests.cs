using CsCheck;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain.Ledger;

/// <summary>However a plan stands and whatever the new total is, the change makes exactly that total.</summary>
public sealed class PlanChangeTests
{
    private static readonly string[] Triggers = [Trigger.TrainingStart, Trigger.Halfway, Trigger.Acceptance, Trigger.TopUp];

    private static readonly Gen<PlanPart> Part = Gen.Select(
        Gen.Int[0, Triggers.Length - 1], Gen.Long[1, 9_999], Gen.Enum<InstalmentState>(), Gen.Long[0, 9_999], Gen.Bool)
        .Select((trigger, amount, state, share, some) => new PlanPart(0, Triggers[trigger], new Money(amount), state,
            state == InstalmentState.Due && some ? new Money(share % amount) : Money.Zero,
            state == InstalmentState.Paid ? new Money(share % (amount + 1)) : Money.Zero));

    private static readonly Gen<PlanPart[]> Plans = Part.Array[0, 8].Select(parts => parts.Select((part, i) => part with { Sequence = i + 1 }).ToArray());

    private static readonly Gen<string[]> Lost = Gen.Int[0, 3].Select(i => i == 3 ? [] : new[] { Triggers[i] });

    [Fact]
    public void What_is_paid_and_open_less_what_is_claimed_is_the_new_total() => Gen.Select(Plans, Gen.Long[0, 60_000], Lost).Sample((plan, total, lost) =>
    {
        var change = PlanChange.Of(plan, new Money(total), lost);

        var after = Played(plan, change);
        Assert.Equal(new Money(total) + change.Stuck, Kept(after));
    });

    [Fact]
    public void Never_is_more_claimed_than_was_paid_and_nothing_lapses_that_the_bank_has() => Gen.Select(Plans, Gen.Long[0, 60_000], Lost).Sample((plan, total, lost) =>
    {
        var change = PlanChange.Of(plan, new Money(total), lost);

        foreach (var claim in change.Claimed)
        {
            var part = plan.Single(part => part.Sequence == claim.Sequence);
            Assert.Equal(InstalmentState.Paid, part.State);
            Assert.True(claim.Amount > Money.Zero && claim.Amount + part.Claimed <= part.Amount);
        }

        Assert.All(change.Lapsed, sequence => Assert.True(plan.Single(part => part.Sequence == sequence).MayLapse));
        Assert.All(change.Added, part => Assert.True(part.Amount > Money.Zero));
        Assert.Equal(change.Claimed.Count, change.Claimed.DistinctBy(claim => claim.Sequence).Count());
    });

    [Fact]
    public void Nothing_is_claimed_as_long_as_anything_can_lapse_and_nothing_comes_on_top_of_a_claim() => Gen.Select(Plans, Gen.Long[0, 60_000]).Sample((plan, total) =>
    {
        var change = PlanChange.Of(plan, new Money(total));

        if (change.Claim + change.Stuck > Money.Zero)
        {
            Assert.DoesNotContain(Played(plan, change), part => part.MayLapse);
            Assert.Empty(change.Added);
        }
    });

    [Fact]
    public void A_second_change_to_the_same_total_changes_nothing() => Gen.Select(Plans, Gen.Long[0, 60_000]).Sample((plan, total) =>
    {
        var change = PlanChange.Of(plan, new Money(total));
        var again = PlanChange.Of(Played(plan, change), new Money(total));

        Assert.Empty(again.Lapsed);
        Assert.Empty(again.Added);
        Assert.Empty(again.Claimed);
        Assert.Equal(change.Stuck, again.Stuck);
    });

    [Fact]
    public void A_plan_changed_in_two_steps_leaves_the_payee_what_one_step_leaves() => Gen.Select(Plans, Gen.Long[0, 60_000], Gen.Long[0, 60_000]).Sample((plan, first, last) =>
    {
        var two = Played(plan, PlanChange.Of(plan, new Money(first)));
        var change = PlanChange.Of(two, new Money(last));

        Assert.Equal(new Money(last) + change.Stuck, Kept(Played(two, change)));
    });

    [Fact]
    public void Of_the_money_on_top_only_so_much_is_paid_at_once_and_the_rest_waits() => Gen.Select(Plans, Gen.Long[0, 60_000], Gen.Long[0, 60_000]).Sample((plan, total, atOnce) =>
    {
        var change = PlanChange.Of(plan, new Money(total));

        var held = change.Holding(Trigger.Acceptance, new Money(atOnce));

        Assert.Equal(Kept(Played(plan, change)), Kept(Played(plan, held)));
        Assert.Equal(Money.Min(change.TopUp, new Money(atOnce)), held.Added.Where(part => part is { Instead: null, Trigger: Trigger.TopUp }).Aggregate(Money.Zero, (sum, part) => sum + part.Amount));
        Assert.All(held.Added, part => Assert.True(part.Amount > Money.Zero));
    });

    [Fact]
    public void A_training_that_fails_after_its_start_gives_the_advance_back_and_gets_no_more()
    {
        var change = PlanChange.Of(Training(InstalmentState.Paid, InstalmentState.Waiting, InstalmentState.Waiting), Money.Zero);

        Assert.Equal([2, 3], change.Lapsed);
        Assert.Equal([new PlanClaim(1, Money.Yuan(5000))], change.Claimed);
    }

    [Fact]
    public void A_final_amount_below_what_was_advanced_gives_the_difference_back()
    {
        var change = PlanChange.Of(Training(InstalmentState.Paid, InstalmentState.Paid, InstalmentState.Waiting), Money.Yuan(7000));

        Assert.Equal([3], change.Lapsed);
        Assert.Equal([new PlanClaim(2, Money.Yuan(500))], change.Claimed);
    }

    [Fact]
    public void Accepted_without_having_got_halfway_the_rest_takes_that_step_up()
    {
        var change = PlanChange.Of(
            Training(InstalmentState.Paid, InstalmentState.Waiting, InstalmentState.Waiting), Money.Yuan(10_000), [Trigger.Halfway], Trigger.Acceptance);

        Assert.Equal([2], change.Lapsed);
        Assert.Equal([new PlanAddition(Trigger.Acceptance, Money.Yuan(2500), null)], change.Added);
    }

    [Fact]
    public void What_is_with_the_bank_is_neither_lapsed_nor_claimed()
    {
        var change = PlanChange.Of(Training(InstalmentState.Sent, InstalmentState.Waiting, InstalmentState.Waiting), Money.Zero);

        Assert.Equal(Money.Yuan(5000), change.Stuck);
        Assert.Empty(change.Claimed);
    }

    private static PlanPart[] Training(InstalmentState start, InstalmentState halfway, InstalmentState acceptance) =>
    [
        new(1, Trigger.TrainingStart, Money.Yuan(5000), start, Money.Zero, Money.Zero),
        new(2, Trigger.Halfway, Money.Yuan(2500), halfway, Money.Zero, Money.Zero),
        new(3, Trigger.Acceptance, Money.Yuan(2500), acceptance, Money.Zero, Money.Zero),
    ];

    private static PlanPart[] Played(PlanPart[] plan, PlanChange change) =>
    [
        .. plan.Select(part => change.Lapsed.Contains(part.Sequence) ? part with { State = InstalmentState.Lapsed }
            : part with { Claimed = part.Claimed + change.Claimed.Where(claim => claim.Sequence == part.Sequence).Aggregate(Money.Zero, (sum, claim) => sum + claim.Amount) }),
        .. change.Added.Select((part, i) => new PlanPart(plan.Length + i + 1, part.Trigger, part.Amount, InstalmentState.Waiting, Money.Zero, Money.Zero)),
    ];

    private static Money Kept(PlanPart[] plan) => plan.Aggregate(Money.Zero, (sum, part) => sum + part.Kept);
}

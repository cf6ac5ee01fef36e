using CsCheck;
using Portal.Domain.Cases;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

/// <summary>In which order and on which days what instalments wait for can have come to pass (R20).</summary>
public sealed class MilestonesTests
{
    private const int PublicationDays = 7;

    private static readonly DateOnly Start = new(2020, 11, 2);
    private static readonly DateOnly Today = new(2021, 3, 1);
    private static readonly MilestoneTerm Term = new(new DateOnly(2020, 11, 9), Start);

    private static readonly string[][] Plans =
    [
        [Trigger.TrainingStart, Trigger.Halfway, Trigger.Acceptance],
        [Trigger.Approval, Trigger.ContributionsResume],
        [Trigger.Approval, Trigger.PeriodEnd, Trigger.TopUp],
        [Trigger.Approval, Trigger.InternshipEnd],
        [Trigger.Approval, Trigger.Monthly, Trigger.Monthly, Trigger.Monthly],
        [Trigger.TrainingStart, Trigger.Acceptance, Trigger.TopUp, Trigger.Halfway],
    ];

    private static readonly Gen<MilestoneStep[]> Granted = Gen.Int[0, Plans.Length - 1].Select(i => Plans[i]).Select(triggers => triggers.Select((trigger, i) => new MilestoneStep(
        i + 1, trigger, Trigger.EventOf(trigger) is null ? InstalmentState.Due : InstalmentState.Waiting, trigger == Trigger.TrainingStart ? Start : null)).ToArray());

    [Fact]
    public void Dates_never_go_backwards_whatever_possible_days_are_told() => Gen.Select(Granted, Gen.Int[0, 40].Array[4]).Sample((plan, lags) =>
    {
        var last = DateOnly.MinValue;
        foreach (var lag in lags)
        {
            if (Next(plan) is not { } window) break;
            var day = window.From.AddDays(lag);
            Assert.True(day >= last && day >= Start);
            plan = [.. plan.Select(step => step.Trigger == window.Trigger && step.HappenedOn is null && (step.Trigger != Trigger.Monthly || step == First(plan, window))
                ? step with { HappenedOn = day, State = InstalmentState.Due } : step)];
            last = day;
        }

        var told = plan.Where(step => step.HappenedOn is not null).ToArray();
        Assert.All(told, one => Assert.All(told, other => Assert.True(!Milestones.Precedes(one, other) || one.HappenedOn <= other.HappenedOn)));
    });

    [Fact]
    public void The_order_in_which_a_plan_is_read_does_not_matter() => Gen.Select(Granted, Gen.Int[0, 5]).Sample((plan, turn) =>
        Next(plan) == Next([.. plan.Skip(turn % plan.Length), .. plan.Take(turn % plan.Length)])
        && Next(plan) == Next([.. plan.Reverse()]));

    [Fact]
    public void What_has_to_be_paid_first_is_never_the_other_way_round_too() => Gen.Select(Granted, Gen.Enum<InstalmentState>()).Sample((plan, state) =>
    {
        var steps = plan.Select(step => step with { State = state }).ToArray();
        Assert.All(steps, one => Assert.All(steps, other => Assert.False(Milestones.Precedes(one, other) && Milestones.Precedes(other, one))));
        Assert.Contains(steps, step => Milestones.WaitsFor(step, steps) is null);
    });

    [Fact]
    public void A_training_is_halfway_before_it_is_accepted_and_accepted_before_a_whole_publication()
    {
        MilestoneStep[] plan = [new(1, Trigger.TrainingStart, InstalmentState.Due, Start), new(2, Trigger.Halfway, InstalmentState.Waiting, null), new(3, Trigger.Acceptance, InstalmentState.Waiting, null)];

        Assert.Equal(new MilestoneWindow(Trigger.Halfway, Start, Today), Next(plan));
        plan[1] = plan[1] with { State = InstalmentState.Due, HappenedOn = new DateOnly(2020, 12, 1) };
        var published = Next(plan)!.Value;
        Assert.Equal(new MilestoneWindow(Trigger.Acceptance, new DateOnly(2020, 12, 9), Today), published);
        Assert.Equal((new DateOnly(2020, 12, 2), new DateOnly(2020, 12, 3)),
            Milestones.AcceptedBefore(published, new DateOnly(2020, 12, 10), PublicationDays) is var accepted ? (accepted.From, accepted.Until) : default);
        Assert.Equal(Trigger.TrainingStart, Milestones.WaitsFor(plan[2], plan)!.Value.Trigger);
    }

    [Fact]
    public void A_term_that_is_paid_for_does_not_end_before_its_last_day()
    {
        MilestoneStep[] plan = [new(1, Trigger.Approval, InstalmentState.Paid, null), new(2, Trigger.PeriodEnd, InstalmentState.Waiting, null)];

        var window = Milestones.Next(plan, Term with { TermEndsOn = new DateOnly(2021, 8, 31) }, Today, PublicationDays)!.Value;

        Assert.False(window.IsOpen);
        Assert.Equal(new DateOnly(2021, 8, 31), window.From);
    }

    [Fact]
    public void Nothing_without_a_start_of_its_own_happens_before_it_was_granted()
    {
        MilestoneStep[] plan = [new(1, Trigger.Approval, InstalmentState.Due, null), new(2, Trigger.ContributionsResume, InstalmentState.Waiting, null)];

        Assert.Equal(new DateOnly(2020, 11, 9), Milestones.Next(plan, new MilestoneTerm(new DateOnly(2020, 11, 9)), Today, PublicationDays)!.Value.From);
    }

    [Fact]
    public void What_was_dropped_is_waited_for_no_more()
    {
        MilestoneStep[] plan = [new(1, Trigger.TrainingStart, InstalmentState.Paid, Start), new(2, Trigger.Halfway, InstalmentState.Lapsed, null), new(3, Trigger.Acceptance, InstalmentState.Due, Today)];

        Assert.Null(Milestones.WaitsFor(plan[2], plan));
    }

    [Fact]
    public void What_comes_on_top_waits_for_nothing_and_nothing_waits_for_it()
    {
        MilestoneStep[] plan = [new(1, Trigger.Approval, InstalmentState.Paid, null), new(2, Trigger.ContributionsResume, InstalmentState.Waiting, null), new(3, Trigger.TopUp, InstalmentState.Due, null)];

        Assert.Null(Milestones.WaitsFor(plan[2], plan));
        Assert.Null(Milestones.WaitsFor(plan[1], plan));
    }

    [Fact]
    public void Every_trigger_that_waits_stands_where_queries_put_it()
    {
        Assert.All(Milestones.InTheMiddle, middle => Assert.All(Milestones.AtTheEnd, end => Assert.True(Milestones.Precedes(
            new MilestoneStep(2, middle, InstalmentState.Due, null), new MilestoneStep(1, end, InstalmentState.Due, null)))));
        Assert.All(Milestones.InTheMiddle, middle => Assert.True(Milestones.Precedes(
            new MilestoneStep(2, Trigger.Approval, InstalmentState.Due, null), new MilestoneStep(1, middle, InstalmentState.Due, null))));
        Assert.Equal(Milestones.AtTheEnd, Milestones.AtTheEnd.Where(Trigger.Settles));
    }

    private static MilestoneWindow? Next(IEnumerable<MilestoneStep> plan) => Milestones.Next(plan, Term, Today, PublicationDays);

    private static MilestoneStep First(MilestoneStep[] plan, MilestoneWindow window) =>
        plan.Where(step => step.Trigger == window.Trigger && step.State == InstalmentState.Waiting).MinBy(step => step.Sequence);
}

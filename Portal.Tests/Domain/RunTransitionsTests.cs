using CsCheck;
using Portal.Domain.Screening;

namespace Portal.Tests.Domain;

public sealed class RunTransitionsTests
{
    [Fact]
    public void The_way_of_a_run_leads_from_the_upload_to_the_last_payment()
    {
        RunAction[] way =
        [
            RunAction.Read, RunAction.FinishReading, RunAction.ProposePublication, RunAction.Publish, RunAction.BeginRelease, RunAction.FinishRelease,
            RunAction.RecordFirstPayment, RunAction.RecordLastPayment,
        ];

        Assert.Equal(RunState.Closed, way.Aggregate((RunState?)RunState.Uploaded, (state, action) => RunTransitions.After(state!.Value, action)));
    }

    [Fact]
    public void Nothing_is_proposed_before_every_row_has_its_outcome() => Assert.Equal([RunState.Screened], Allowing(RunAction.ProposePublication));

    [Fact]
    public void Nothing_is_published_that_was_not_proposed() => Assert.Equal([RunState.Proposed], Allowing(RunAction.Publish));

    [Fact]
    public void Nothing_is_released_that_is_not_published() => Assert.Equal([RunState.Published], Allowing(RunAction.BeginRelease));

    [Fact]
    public void Nothing_is_paid_that_is_not_released() => Assert.Equal([RunState.Released], Allowing(RunAction.RecordFirstPayment));

    [Fact]
    public void A_run_that_was_broken_off_is_taken_up_again_and_one_that_was_read_never_is() =>
        Assert.Equal([RunState.Uploaded, RunState.Reading], States.Where(RunTransitions.IsUnread));

    [Fact]
    public void What_was_stored_to_the_end_cannot_be_given_up_any_more() =>
        Assert.Equal([RunState.Uploaded, RunState.Reading], Allowing(RunAction.GiveUpReading));

    [Fact]
    public void Nothing_happens_any_more_to_a_file_that_could_not_be_read() =>
        Assert.All(Enum.GetValues<RunAction>(), action => Assert.Null(RunTransitions.After(RunState.Failed, action)));

    [Fact]
    public void A_release_that_granted_nobody_leaves_the_list_published_and_any_other_counts_as_released()
    {
        Assert.Equal(RunState.Published, RunTransitions.After(RunState.Releasing, RunAction.StopReleaseAtOnce));
        Assert.Equal(RunState.Released, RunTransitions.After(RunState.Releasing, RunAction.StopReleaseMidway));
    }

    [Fact]
    public void A_closed_run_is_paid_again_when_money_comes_back_and_nothing_else_happens_to_it()
    {
        Assert.Equal([RunAction.PayAgain], Enum.GetValues<RunAction>().Where(action => RunTransitions.Allows(RunState.Closed, action)));
        Assert.Equal([RunAction.PayAgain], RunTransitions.OfPayments(RunState.Closed, isDone: false));
    }

    [Fact]
    public void The_first_payment_that_is_also_the_last_begins_the_paying_and_closes_the_run() =>
        Assert.Equal([RunAction.RecordFirstPayment, RunAction.RecordLastPayment], RunTransitions.OfPayments(RunState.Released, isDone: true));

    [Fact]
    public void What_payments_do_to_a_run_its_states_allow() => Gen.Select(Gen.Enum<RunState>(), Gen.Bool).Sample((state, isDone) =>
    {
        foreach (var action in RunTransitions.OfPayments(state, isDone))
        {
            Assert.True(RunTransitions.Allows(state, action));
            state = RunTransitions.After(state, action)!.Value;
        }

        if (RunTransitions.IsReleased(state)) Assert.Equal(isDone, state == RunState.Closed);
    });

    [Fact]
    public void Once_made_public_a_list_stays_public() => Assert.All(
        from state in States
        from action in Enum.GetValues<RunAction>()
        where RunTransitions.IsPublic(state) && RunTransitions.Allows(state, action)
        select RunTransitions.After(state, action)!.Value,
        after => Assert.True(RunTransitions.IsPublic(after)));

    [Fact]
    public void A_published_firm_is_objected_to_before_the_release_and_a_left_out_one_objects_until_the_run_is_closed()
    {
        Assert.Equal([RunState.Published], States.Where(RunTransitions.TakesObjectionsToPublished));
        Assert.Equal([RunState.Published, RunState.Releasing, RunState.Released, RunState.Paying], States.Where(RunTransitions.TakesObjectionsToLeftOut));
    }

    [Fact]
    public void What_was_held_back_is_granted_with_the_decision_once_the_release_has_begun() =>
        Assert.Equal([RunState.Releasing, RunState.Released, RunState.Paying, RunState.Closed], States.Where(RunTransitions.ReleaseHasBegun));

    private static RunState[] States => Enum.GetValues<RunState>();

    private static IEnumerable<RunState> Allowing(RunAction action) => States.Where(state => RunTransitions.Allows(state, action));
}

using CsCheck;
using Portal.Domain.Cases;

namespace Portal.Tests.Domain;

public sealed class CaseTransitionsTests
{
    [Fact]
    public void Nothing_happens_any_more_to_a_withdrawn_case() =>
        Assert.All(Enum.GetValues<CaseAction>(), action => Assert.Null(CaseTransitions.After(CaseState.Withdrawn, action)));

    [Fact]
    public void A_settled_case_is_open_again_only_when_the_bank_gets_its_money_back_or_it_comes_out_higher()
    {
        CaseAction[] reopening = [CaseAction.TakeBackPayment, CaseAction.TopUp];
        Assert.Equal(reopening.Order(), Enum.GetValues<CaseAction>().Where(action => CaseTransitions.Allows(CaseState.Settled, action)).Order());
        Assert.All(reopening, action => Assert.Equal(CaseState.Approved, CaseTransitions.After(CaseState.Settled, action)));
    }

    [Fact]
    public void A_refused_case_can_be_appealed_and_nothing_else()
    {
        Assert.Equal([CaseAction.Appeal], Enum.GetValues<CaseAction>().Where(action => CaseTransitions.Allows(CaseState.Refused, action)));
        Assert.Equal([CaseState.Refused], Enum.GetValues<CaseState>().Where(state => CaseTransitions.Allows(state, CaseAction.Appeal)));
    }

    [Fact]
    public void The_sixtieth_day_is_in_time_and_the_next_is_not()
    {
        var refused = new DateOnly(2020, 11, 16);
        Assert.Equal(new DateOnly(2021, 1, 15), AppealTerm.LastDay(refused));
        Assert.False(AppealTerm.IsOver(refused, new DateOnly(2021, 1, 15)));
        Assert.True(AppealTerm.IsOver(refused, new DateOnly(2021, 1, 16)));
    }

    [Fact]
    public void The_account_of_a_case_that_pays_nothing_more_cannot_be_changed() =>
        Assert.DoesNotContain(Enum.GetValues<CaseState>().Where(CaseTransitions.MayChangeAccount),
            state => state is CaseState.Settled or CaseState.Refused or CaseState.Withdrawn or CaseState.AwaitingAccount);

    [Fact]
    public void Nothing_is_approved_that_was_not_proposed() =>
        Assert.Equal([CaseState.ApprovalProposed], Enum.GetValues<CaseState>().Where(state => CaseTransitions.Allows(state, CaseAction.Approve)));

    [Fact]
    public void A_case_that_was_decided_can_no_longer_be_withdrawn() => Assert.False(CaseTransitions.Allows(CaseState.Approved, CaseAction.Withdraw));

    [Fact]
    public void A_case_number_holds_together_and_a_wrong_digit_shows() =>
        Gen.Select(Gen.Int[1, 999_999], Gen.Int[2, 16], Gen.Int[1, 9]).Sample((serial, place, shift) =>
        {
            var number = CaseNumber.Compose(new DateOnly(2020, 11, 16), serial);
            Assert.True(CaseNumber.IsWellFormed(number));
            var digits = number.ToCharArray();
            digits[place] = (char)('0' + (digits[place] - '0' + shift) % 10);
            Assert.False(CaseNumber.IsWellFormed(new string(digits)));
        });
}

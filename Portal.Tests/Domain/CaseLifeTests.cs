using CsCheck;
using Portal.Domain.Cases;

namespace Portal.Tests.Domain;

public sealed class CaseLifeTests
{
    [Fact]
    public void Nothing_happens_any_more_to_a_closed_case()
    {
        foreach (var state in (CaseState[])[CaseState.Settled, CaseState.Refused, CaseState.Withdrawn])
            Assert.All(Enum.GetValues<CaseAction>(), action => Assert.Null(CaseLife.After(state, action)));
    }

    [Fact]
    public void Nothing_is_approved_that_was_not_proposed() =>
        Assert.Equal([CaseState.ApprovalProposed], Enum.GetValues<CaseState>().Where(state => CaseLife.Allows(state, CaseAction.Approve)));

    [Fact]
    public void A_case_that_was_decided_can_no_longer_be_withdrawn() => Assert.False(CaseLife.Allows(CaseState.Approved, CaseAction.Withdraw));

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

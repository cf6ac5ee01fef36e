using CsCheck;
using Portal.Domain.Cases;

namespace Portal.Tests.Domain;

/// <summary>Who leaves a step to others (回避), and that nothing is decided by one person alone.</summary>
public sealed class RecusalTests
{
    private static readonly Guid Somebody = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Other = new("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void Who_proposed_does_not_decide_but_may_prepare()
    {
        var involved = Involvement.Of([], Somebody);

        Assert.Equal(RecusalGround.OwnProposal, Recusal.Of(Somebody, involved, decides: true));
        Assert.Null(Recusal.Of(Somebody, involved, decides: false));
        Assert.Null(Recusal.Of(Other, involved, decides: true));
    }

    [Fact]
    public void Neither_who_proposed_nor_who_decided_what_is_appealed_acts_on_the_appeal()
    {
        var involved = Involvement.Of([], (Guid?)null).AppealedFrom(Somebody, Other);

        Assert.All([Somebody, Other], person => Assert.Equal(RecusalGround.FirstHand, Recusal.Of(person, involved, decides: false)));
    }

    [Fact]
    public void Whoever_is_a_party_leaves_every_step_to_others_whatever_else_they_did() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool).Sample((decides, proposed, firstHand) => Assert.Equal(
            RecusalGround.Party,
            Recusal.Of(Somebody, Involvement.Of([Somebody], proposed ? Somebody : null).AppealedFrom(firstHand ? Somebody : null), decides)));

    [Fact]
    public void Somebody_who_has_nothing_to_do_with_it_may() =>
        Assert.Null(Recusal.Of(Somebody, Involvement.Of([Other], Other, null).AppealedFrom(Other, null), decides: true));

    [Fact]
    public void Nobody_is_kept_from_deciding_what_nobody_proposed() => Assert.False(Recusal.IsOwnProposal(Somebody, null, null));

    [Theory]
    [InlineData("大连样例（集团）有限公司", "大连样例(集团)有限公司", true)]
    [InlineData(" 大连　样例有限公司", "大连样例有限公司", true)]
    [InlineData("大连样例有限公司大连分公司", "大连样例有限公司", false)]
    [InlineData("", "", false)]
    public void An_account_is_the_firms_own_whatever_blanks_and_brackets_its_holder_was_written_with(string holder, string firm, bool isOwn)
    {
        Assert.Equal(isOwn, AccountConfirmation.IsFirmItself(holder, firm));
        Assert.Equal(isOwn, AccountConfirmation.StandsWithoutAsking(holder, firm, "样例银行", "6200-0000-0001"));
        Assert.False(AccountConfirmation.StandsWithoutAsking(holder, firm, " ", "6200-0000-0001"));
        Assert.False(AccountConfirmation.StandsWithoutAsking(holder, firm, "样例银行", "6.2E+16"));
    }


    [Fact]
    public void Nobody_confirms_the_account_they_asked_for_themselves() =>
        Assert.Equal(AccountRefusal.OwnRequest, AccountConfirmation.Refuse(Somebody, Somebody, [Somebody], [Somebody], holdsOffice: true));

    [Fact]
    public void Another_administrator_of_the_firm_confirms_its_account_but_a_clerk_does_not()
    {
        Assert.Null(AccountConfirmation.Refuse(Somebody, Other, [Somebody, Other], [Somebody, Other], holdsOffice: false));
        Assert.Equal(AccountRefusal.Party, AccountConfirmation.Refuse(Somebody, Other, [Other], [Somebody, Other], holdsOffice: true));
    }

    [Fact]
    public void Of_those_whom_it_does_not_concern_only_the_confirming_office_may()
    {
        Assert.Null(AccountConfirmation.Refuse(Somebody, Other, [], [Other], holdsOffice: true));
        Assert.Equal(AccountRefusal.OtherOffice, AccountConfirmation.Refuse(Somebody, Other, [], [Other], holdsOffice: false));
    }
}

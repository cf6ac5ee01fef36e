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
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    public void The_rosters_account_in_the_firms_own_name_stands_at_once_and_any_other_waits(bool isRosters, bool holderDiffers, bool waits) =>
        Assert.Equal(waits, AccountConfirmation.IsNeeded(isRosters, holderDiffers));

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

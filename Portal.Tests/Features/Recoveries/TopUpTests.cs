using Portal.Data.Accounts;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Payments;
using Portal.Features.Recoveries;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recoveries;

/// <summary>A value raised for days that are past: those already granted get the difference.</summary>
public sealed class TopUpTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly RecoveryScene _scene = new(portal);

    [Fact]
    public async Task Those_already_paid_get_the_difference_once_another_person_approves()
    {
        var paid = await _scene.GrantedAsync(await portal.HiringAsync(hires: 2, relief: false));
        Assert.IsType<PaymentResult.Done>(await _scene.PayAsync(paid.No, 0));
        var open = await _scene.GrantedAsync(await portal.HiringAsync(hires: 1, relief: true));
        var change = await _scene.RaisedAsync("3000");
        var reviewer = await portal.ActorAsync("reviewer");
        var topUp = portal.Get<TopUpCases>();
        var numbers = new[] { paid.No, open.No };

        Assert.Equal(2, (await portal.Get<ListTopUps>().HandleAsync(reviewer, change))!.Cases.Count);
        Assert.Equal(2, (await topUp.ProposeAsync(reviewer, change, numbers))!.Done);
        Assert.Equal(0, (await topUp.ProposeAsync(reviewer, change, numbers))!.Done);
        Assert.Equal(2, (await topUp.ApproveAsync(TestCases.Staff("210000", Roles.Reviewer), change, numbers))!.Refusals.Count);
        Assert.Equal(2, (await topUp.ApproveAsync(await portal.ActorAsync("approver"), change, numbers))!.Done);

        paid = await portal.CaseAsync(paid.No);
        Assert.Equal((CaseState.Approved, Money.Yuan(6000)), (paid.State, paid.Entitlement!.Value));
        var more = paid.Instalments[^1];
        Assert.Equal((Trigger.TopUp, Money.Yuan(1000), InstalmentState.Due, new DateOnly(2020, 11, 23)), (more.Trigger, more.Amount, more.State, more.DueOn!.Value));
        Assert.Single(await portal.OpenWorkAsync(paid.No));
        Assert.Empty((await portal.Get<ListTopUps>().HandleAsync(reviewer, change))!.Cases);
        Assert.IsType<PaymentResult.Done>(await _scene.PayAsync(paid.No, 1));
        Assert.Equal(CaseState.Settled, (await portal.CaseAsync(paid.No)).State);
        Assert.Empty(await _scene.AuditAsync());
    }
}

using Portal.Access;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Recoveries;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Finance.Redeterminations;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Redeterminations;

/// <summary>A value raised for days that are past: those already granted get the difference.</summary>
public sealed class TopUpTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly RecoveryScene _scene = new(portal);

    [Fact]
    public async Task Those_already_paid_get_the_difference_once_another_person_approves()
    {
        var paid = await _scene.GrantedAsync(await portal.HiringAsync(hires: 2, relief: false));
        Assert.IsType<StepResult.Done>(await _scene.PayAsync(paid.No, 0));
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
        Assert.IsType<StepResult.Done>(await _scene.PayAsync(paid.No, 1));
        Assert.Equal(CaseState.Settled, (await portal.CaseAsync(paid.No)).State);
        // Half of the higher amount, too, waits until contributions resume (R6).
        Assert.Equal(
            [
                (Trigger.Approval, "1250.00", InstalmentState.Due), (Trigger.ContributionsResume, "1250.00", InstalmentState.Waiting),
                (Trigger.TopUp, "250.00", InstalmentState.Due), (Trigger.ContributionsResume, "250.00", InstalmentState.Waiting),
            ],
            (await portal.CaseAsync(open.No)).Instalments.Select(part => (part.Trigger, part.Amount.ToString(), part.State)));
        Assert.IsType<StepResult.Done>(await _scene.MilestoneAsync(open.No, Trigger.ContributionsResume));
        Assert.All((await portal.CaseAsync(open.No)).Instalments, part => Assert.Equal(InstalmentState.Due, part.State));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task Once_contributions_have_resumed_the_difference_is_due_at_once()
    {
        using var own = new PortalFactory();
        var scene = new RecoveryScene(own);
        var record = await scene.GrantedAsync(await own.HiringAsync(hires: 1, relief: true));
        Assert.IsType<StepResult.Done>(await scene.MilestoneAsync(record.No, Trigger.ContributionsResume));
        var change = await scene.RaisedAsync("3000");

        await own.Get<TopUpCases>().ProposeAsync(await own.ActorAsync("reviewer"), change, [record.No]);
        await own.Get<TopUpCases>().ApproveAsync(await own.ActorAsync("approver"), change, [record.No]);

        var more = (await own.CaseAsync(record.No)).Instalments[^1];
        Assert.Equal((Trigger.TopUp, Money.Yuan(500), InstalmentState.Due), (more.Trigger, more.Amount, more.State));
        Assert.Empty(await scene.AuditAsync());
    }

    [Fact]
    public async Task What_was_claimed_back_is_not_topped_up_again()
    {
        using var own = new PortalFactory();
        var scene = new RecoveryScene(own);
        var record = await PaidAsync(own, scene);
        Assert.NotNull(await scene.ChangedAsync(record, new RedeterminationForm { Cause = nameof(ChangeCause.FoundIneligible), Keep = "1000" }));
        var change = await scene.RaisedAsync("3000");
        var reviewer = await own.ActorAsync("reviewer");

        Assert.Empty((await own.Get<ListTopUps>().HandleAsync(reviewer, change))!.Cases);
        Assert.Equal(0, (await own.Get<TopUpCases>().ProposeAsync(reviewer, change, [record]))!.Done);

        var proposed = new Redetermination
        {
            Id = Guid.CreateVersion7(),
            CaseId = (await own.CaseAsync(record)).Id,
            Cause = ChangeCause.ValueRaised,
            OldTotal = Money.Yuan(1000),
            NewTotal = Money.Yuan(3000),
            Reason = "补差",
            RuleChangeId = change,
            ProposedById = reviewer.UserId,
            ProposedAt = own.Get<BusinessClock>().Now,
        };
        await using var db = await own.Databases.CreateDbContextAsync();
        db.Add(proposed);
        await db.SaveChangesAsync();
        Assert.Contains("不能补差", Assert.IsType<StepResult.Refused>(await scene.DecideAsync(proposed.Id)).Message, StringComparison.Ordinal);
        Assert.Equal(Money.Yuan(1000), (await own.CaseAsync(record)).Entitlement);
    }

    [Fact]
    public async Task Who_was_found_out_wrongly_is_topped_up_once_the_claim_is_waived()
    {
        using var own = new PortalFactory();
        var scene = new RecoveryScene(own);
        var record = await PaidAsync(own, scene);
        var claim = (await scene.ChangedAsync(record, new RedeterminationForm { Cause = nameof(ChangeCause.PaidTwice), Keep = "0" }))!;
        var waive = own.Get<WaiveRecovery>();
        await waive.ProposeAsync(await own.ActorAsync("reviewer"), claim.Id, (await scene.FindAsync(claim.Id))!.Version, "不是重复领取");
        Assert.IsType<StepResult.Done>(await waive.DecideAsync(await own.ActorAsync("approver"), claim.Id, (await scene.FindAsync(claim.Id))!.Version, waive: true));

        var change = await scene.RaisedAsync("3000");

        Assert.Equal(record, Assert.Single((await own.Get<ListTopUps>().HandleAsync(await own.ActorAsync("reviewer"), change))!.Cases).Record.No);
    }

    private static async Task<string> PaidAsync(PortalFactory own, RecoveryScene scene)
    {
        var record = await scene.GrantedAsync(await own.HiringAsync(hires: 1, relief: false));
        Assert.IsType<StepResult.Done>(await scene.PayAsync(record.No, 0));
        return record.No;
    }
}

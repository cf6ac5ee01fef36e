using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Recoveries;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Features.Finance.Redeterminations;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Features.Finance.Batches;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Redeterminations;

/// <summary>Paying back what is claimed, on a real database.</summary>
public sealed class RecoveryTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly RecoveryScene _scene = new(portal);

    [Fact]
    public async Task With_the_last_fen_the_claim_is_closed_and_the_payee_told()
    {
        var claim = await _scene.ClaimAsync();

        Assert.IsType<StepResult.Done>(await _scene.ReceiveAsync(claim.Id, "4999.99"));
        Assert.Null((await _scene.FindAsync(claim.Id))!.ClosedOn);
        Assert.IsType<StepResult.Done>(await _scene.ReceiveAsync(claim.Id, "0.01"));

        Assert.Equal(new DateOnly(2020, 11, 16), (await _scene.FindAsync(claim.Id))!.ClosedOn);
        Assert.Empty(await portal.OpenWorkAsync(claim.Id.ToString()));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.True(await db.Set<global::Portal.Data.Messages.Message>().AnyAsync(message => message.Record == claim.Case.No && message.Subject.Contains("追缴已办结")));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task A_receipt_pressed_twice_or_under_the_same_slip_counts_once()
    {
        var claim = await _scene.ClaimAsync();
        var receipt = Guid.CreateVersion7();

        Assert.IsType<StepResult.Done>(await _scene.ReceiveAsync(claim.Id, "1000", "SK-A", receipt));
        Assert.IsType<StepResult.Done>(await _scene.ReceiveAsync(claim.Id, "1000", "SK-A", receipt));
        Assert.IsType<StepResult.Invalid>(await _scene.ReceiveAsync(claim.Id, "1000", "SK-A"));
        Assert.IsType<StepResult.Invalid>(await _scene.ReceiveAsync(claim.Id, "4000.01"));

        Assert.Equal(Money.Yuan(4000), (await _scene.FindAsync(claim.Id))!.Left);
    }

    [Fact]
    public async Task A_claim_is_kept_back_from_the_next_payment_of_the_same_payee_and_both_cases_say_so()
    {
        var claim = await _scene.ClaimAsync();
        var payment = await _scene.GrantedAsync(await portal.HiringAsync(relief: false));
        var receipt = Guid.CreateVersion7();

        Assert.IsType<StepResult.Done>(await SetOffAsync(claim.Id, payment.Instalments[0].Id, receipt));
        Assert.IsType<StepResult.Done>(await SetOffAsync(claim.Id, payment.Instalments[0].Id, receipt));

        var part = (await portal.CaseAsync(payment.No)).Instalments[0];
        Assert.Equal((Money.Yuan(5000), InstalmentState.Due), (part.SetOff, part.State));
        Assert.NotNull((await _scene.FindAsync(claim.Id))!.ClosedOn);
        Assert.Contains("抵扣", (await portal.CaseAsync(payment.No)).Events[^1].What, StringComparison.Ordinal);
        Assert.Contains("抵扣", (await portal.CaseAsync(claim.Case.No)).Events[^1].What, StringComparison.Ordinal);
        Assert.IsType<StepResult.Done>(await _scene.PayAsync(payment.No, 0));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task A_payment_that_is_kept_back_whole_is_paid_and_its_case_settled()
    {
        var claim = await _scene.ClaimAsync();
        var payment = await _scene.GrantedAsync(await portal.HiringAsync(hires: 1, relief: false));

        Assert.IsType<StepResult.Done>(await SetOffAsync(claim.Id, payment.Instalments[0].Id, Guid.CreateVersion7()));

        payment = await portal.CaseAsync(payment.No);
        Assert.Equal((InstalmentState.Paid, CaseState.Settled), (payment.Instalments[0].State, payment.State));
        Assert.Equal(Money.Yuan(2500), (await _scene.FindAsync(claim.Id))!.Left);
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task Nothing_is_kept_back_from_another_payee_or_without_leave()
    {
        var claim = await _scene.ClaimAsync();
        var without = await _scene.ClaimAsync(allowsSetOff: false);
        var other = await _scene.GrantedAsync(await portal.FlexibleAsync());
        var own = await _scene.GrantedAsync(await portal.HiringAsync(relief: false));

        Assert.IsType<StepResult.Refused>(await SetOffAsync(claim.Id, other.Instalments[0].Id, Guid.CreateVersion7()));
        Assert.IsType<StepResult.Refused>(await SetOffAsync(without.Id, own.Instalments[0].Id, Guid.CreateVersion7()));
        Assert.Equal(Money.Zero, (await portal.CaseAsync(other.No)).Instalments[0].SetOff);
    }

    [Fact]
    public async Task Nothing_is_kept_back_while_the_banks_answer_is_looked_into()
    {
        using var own = new PortalFactory();
        var scene = new RecoveryScene(own);
        var claim = await scene.ClaimAsync();
        var payment = await RefusedByBankAsync(own, scene);
        await DisputeAsync(own, payment, Contradiction.PaidAfterRefused);

        Assert.Contains("银行", Assert.IsType<StepResult.Refused>(await SetOffAsync(own, claim.Id, payment.Instalments[0].Id, Guid.CreateVersion7())).Message, StringComparison.Ordinal);
        Assert.Equal(Money.Yuan(5000), (await scene.FindAsync(claim.Id))!.Left);
        Assert.Empty((await ShownAsync(own, claim)).Choices);

        await DisputeAsync(own, payment, null);
        Assert.Equal(payment.Instalments[0].Id, Assert.Single((await ShownAsync(own, claim)).Choices).InstalmentId);
        Assert.IsType<StepResult.Done>(await SetOffAsync(own, claim.Id, payment.Instalments[0].Id, Guid.CreateVersion7()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_settled_without_a_payment_leaves_no_work_behind(bool byOffset)
    {
        using var own = new PortalFactory();
        var scene = new RecoveryScene(own);
        var payment = await RefusedByBankAsync(own, scene);
        Assert.Contains(await own.OpenWorkAsync(payment.No), item => item.Kind == WorkKind.BankRefusal);
        await using (var db = await own.Databases.CreateDbContextAsync())
        {
            db.Add(new AccountChange { CaseId = payment.Id, AskedById = Guid.CreateVersion7(), AskedByName = "周敏", Holder = "样例企业", Bank = "样例银行", Account = Sealed(own) });
            await db.SaveChangesAsync();
        }

        if (byOffset)
            Assert.IsType<StepResult.Done>(await SetOffAsync(own, (await scene.ClaimAsync()).Id, payment.Instalments[0].Id, Guid.CreateVersion7()));
        else Assert.Null(await scene.ChangedAsync(payment.No, new RedeterminationForm { Cause = nameof(ChangeCause.FoundIneligible), Keep = "0" }));

        payment = await own.CaseAsync(payment.No);
        Assert.Equal((CaseState.Settled, null), (payment.State, payment.Instalments[0].Refusal));
        Assert.Empty(await own.OpenWorkAsync(payment.No));
        await using var look = await own.Databases.CreateDbContextAsync();
        Assert.Null(await look.OpenAccountChangeAsync(payment.Id));
        Assert.Empty(await scene.AuditAsync());
    }

    [Fact]
    public async Task A_wrong_claim_is_waived_by_two_and_the_payee_keeps_the_rest()
    {
        var claim = await _scene.ClaimAsync();
        await _scene.ReceiveAsync(claim.Id, "1000");
        var both = TestCases.Staff("210000", Roles.Reviewer, Roles.Approver);
        var waive = portal.Get<WaiveRecovery>();
        async Task<Guid> Version() => (await _scene.FindAsync(claim.Id))!.Version;

        Assert.IsType<StepResult.Done>(await waive.ProposeAsync(both, claim.Id, await Version(), "验收结论更正为合格"));
        Assert.IsType<StepResult.Refused>(await waive.DecideAsync(both, claim.Id, await Version(), waive: true));
        Assert.IsType<StepResult.Done>(await waive.DecideAsync(await portal.ActorAsync("approver"), claim.Id, await Version(), waive: true));

        var waived = (await _scene.FindAsync(claim.Id))!;
        Assert.Equal((Money.Yuan(4000), Money.Zero), (waived.Waived, waived.Left));
        Assert.NotNull(waived.ClosedOn);
        Assert.Equal(Money.Yuan(4000), (await portal.CaseAsync(claim.Case.No)).Entitlement);
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task What_is_late_is_marked_once_listed_and_told()
    {
        using var own = new PortalFactory();
        var scene = new RecoveryScene(own);
        var claim = await scene.ClaimAsync(parts: 2);
        await scene.ReceiveAsync(claim.Id, "1000");
        await own.RoundAsync();
        Assert.DoesNotContain((await own.CaseAsync(claim.Case.No)).Events, step => step.What.Contains("没有收到", StringComparison.Ordinal));

        await own.DaysLaterAsync(31);
        await own.DaysLaterAsync(1);

        var line = Assert.Single((await own.Get<ListRecoveries>().HandleAsync(await own.ActorAsync("finance"), RecoveryFilter.Late, 1)).Lines);
        Assert.Equal((claim.Id, true), (line.Id, line.IsLate));
        Assert.Single((await own.CaseAsync(claim.Case.No)).Events, step => step.What.Contains("1,500.00 元 没有收到", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_payee_objects_once_and_nobody_else_sees_the_claim()
    {
        var claim = await _scene.ClaimAsync();
        var payee = await portal.ActorAsync("hr");
        var objects = portal.Get<ObjectToRecovery>();

        Assert.IsType<StepResult.Invalid>(await objects.HandleAsync(payee, claim.Case.No, claim.Id, " "));
        Assert.IsType<StepResult.Done>(await objects.HandleAsync(payee, claim.Case.No, claim.Id, "我们补考合格了"));
        Assert.IsType<StepResult.Done>(await objects.HandleAsync(payee, claim.Case.No, claim.Id, "我们补考合格了"));
        Assert.IsType<StepResult.NotFound>(await objects.HandleAsync(await portal.ActorAsync("graduate"), claim.Case.No, claim.Id, "不是我的"));

        Assert.Single((await portal.Get<ShowRecovery>().OfOwnCaseAsync(payee, claim.Case.No))!);
        Assert.Null(await portal.Get<ShowRecovery>().OfOwnCaseAsync(await portal.ActorAsync("graduate"), claim.Case.No));
        Assert.Null(await portal.Get<ShowRecovery>().HandleAsync(TestCases.Staff("210100", Roles.Finance), claim.Id));
    }

    /// <summary>A payment of 2,500 yuan to the payee of the claims, which the bank did not pay.</summary>
    private static async Task<Case> RefusedByBankAsync(PortalFactory own, RecoveryScene scene)
    {
        var payment = await scene.GrantedAsync(await own.HiringAsync(hires: 1, relief: false));
        await using (var db = await own.Databases.CreateDbContextAsync())
        {
            (await db.Cases.SingleAsync(record => record.Id == payment.Id)).Account = Sealed(own);
            await db.SaveChangesAsync();
        }

        var batches = new BatchScene(own);
        await batches.HearAsync((Assert.Single((await batches.SentAsync()).Lines), "失败", "账号不存在"));
        return await own.CaseAsync(payment.No);
    }

    private static SealedText Sealed(PortalFactory own)
    {
        var account = BatchScene.Account();
        return own.Get<FieldVault>().Seal(SealPurpose.BankAccount, account, Mask.BankAccount(account));
    }

    private static async Task DisputeAsync(PortalFactory own, Case payment, Contradiction? dispute)
    {
        await using var db = await own.Databases.CreateDbContextAsync();
        (await db.BatchLines.SingleAsync(line => line.CaseId == payment.Id)).Dispute = dispute;
        await db.SaveChangesAsync();
    }

    private Task<StepResult> SetOffAsync(Guid id, Guid instalment, Guid receipt) => SetOffAsync(portal, id, instalment, receipt);

    private static async Task<RecoveryView> ShownAsync(PortalFactory at, Recovery claim) =>
        (await at.Get<ShowRecovery>().HandleAsync(TestCases.Staff(claim.Case.RegionCode, Roles.Finance), claim.Id))!;

    private static async Task<StepResult> SetOffAsync(PortalFactory at, Guid id, Guid instalment, Guid receipt) =>
        await at.Get<SetOffPayment>().HandleAsync(await at.ActorAsync("finance"), id, (await new RecoveryScene(at).FindAsync(id))!.Version, instalment, receipt);
}

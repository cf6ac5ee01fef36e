using Microsoft.EntityFrameworkCore;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Recoveries;
using Portal.Data.Work;
using Portal.Features.Citizen.AccountChanges;
using Portal.Features.Citizen.Cases;
using Portal.Features.Citizen.MyHome;
using Portal.Features.Finance.Payments;
using Portal.Features.Finance.Redeterminations;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Features.Finance.Batches;
using Portal.Tests.Features.Finance.Redeterminations;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.MyHome;

/// <summary>What the office cannot put right alone stands with whoever can, and nobody is late meanwhile (R20).</summary>
public sealed class MyTasksTests : IDisposable
{
    private readonly PortalFactory _portal = new();

    [Fact]
    public async Task A_payment_the_bank_refused_is_the_applicants_task_until_they_give_another_account()
    {
        var record = await RefusedAsync();
        var graduate = await _portal.ActorAsync("graduate");

        var task = Assert.Single(await TasksAsync());
        Assert.Equal((record.No, $"/cases/{record.No}/change-account"), (task.No, task.Href));
        Assert.Contains("账号不存在", task.Todo, StringComparison.Ordinal);
        Assert.Equal("账号不存在", (await _portal.Get<ShowMyCase>().HandleAsync(graduate, record.No))!.Refusal);
        await _portal.DaysLaterAsync(30);
        Assert.DoesNotContain((await _portal.CaseAsync(record.No)).Events, step => step.What == MarkLatePayments.Message);

        await ChangeAccountAsync(record.No);

        Assert.Empty(await TasksAsync());
        var due = Assert.Single((await _portal.CaseAsync(record.No)).Instalments).DueOn;
        // Sixteen December and five working days on.
        Assert.Equal(new DateOnly(2020, 12, 23), due);
        Assert.Equal(due, Assert.Single(await _portal.OpenWorkAsync(record.No), item => item.Kind == WorkKind.PayInstalments).DueOn);
    }

    [Fact]
    public async Task Its_case_does_not_say_that_all_is_well()
    {
        var record = await RefusedAsync();
        var visitor = await ScriptlessBrowser.AsAsync(_portal, "graduate");

        await visitor.GetAsync($"/cases/{record.No}");
        Assert.Contains("银行没有付成，请换收款账户", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("您现在不用做什么，请留意银行到账", visitor.Text, StringComparison.Ordinal);
        await visitor.GetAsync("/home");
        Assert.DoesNotContain("现在没有要您办的事", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_to_pay_back_is_a_task_with_the_account_to_pay_into()
    {
        var scene = new RecoveryScene(_portal);
        var record = await scene.GrantedAsync(await _portal.FlexibleAsync());
        Assert.IsType<StepResult.Done>(await scene.PayAsync(record.No, 0));
        Assert.NotNull(await scene.ChangedAsync(record.No, new RedeterminationForm { Cause = nameof(ChangeCause.FoundIneligible), Keep = "0" }));

        var task = Assert.Single(await TasksAsync());
        Assert.Equal($"/cases/{record.No}/recovery", task.Href);
        Assert.Contains("需要退回", task.Todo, StringComparison.Ordinal);
        var visitor = await ScriptlessBrowser.AsAsync(_portal, "graduate");
        await visitor.GetAsync(task.Href);
        Assert.Contains("账号 1000000000000001", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_half_that_waits_for_contributions_has_no_date_in_the_queue()
    {
        var scene = new BatchScene(_portal);
        var record = await WithAccountAsync(await new RecoveryScene(_portal).GrantedAsync(await _portal.HiringAsync()));
        await scene.HearAsync(((await scene.SentAsync()).Lines[0], "成功", ""));

        Assert.Null(Assert.Single(await _portal.OpenWorkAsync(record.No), item => item.Kind == WorkKind.PayInstalments).DueOn);
    }

    public void Dispose() => _portal.Dispose();

    private async Task<IReadOnlyList<MyTask>> TasksAsync() => (await _portal.Get<ShowMyHome>().HandleAsync(await _portal.ActorAsync("graduate"), 1)).Tasks;

    private async Task<Case> RefusedAsync()
    {
        var scene = new BatchScene(_portal);
        var record = await WithAccountAsync(await new RecoveryScene(_portal).GrantedAsync(await _portal.LoanAsync()));
        await scene.HearAsync(((await scene.SentAsync()).Lines[0], "失败", "账号不存在"));
        return record;
    }

    private async Task<Case> WithAccountAsync(Case record)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var tracked = await db.Cases.SingleAsync(one => one.Id == record.Id);
        tracked.Bank = "中国样例银行";
        tracked.Account = _portal.Get<FieldVault>().Seal(SealPurpose.BankAccount, BatchScene.Account(), "***0001");
        await db.SaveChangesAsync();
        return tracked;
    }

    private async Task ChangeAccountAsync(string no)
    {
        var graduate = await _portal.ActorAsync("graduate");
        Assert.IsType<StepResult.Done>(await _portal.Get<RequestAccountChange>().HandleAsync(
            graduate, no, (await _portal.CaseAsync(no)).Version, new NewAccount("样例银行大连分行", "6222020000000000000", Portal.Features.Platform.Demo.DemoAccounts.Password)));
        Assert.Empty(await TasksAsync());
        var change = (await _portal.Get<ShowAccountChange>().HandleAsync(graduate, no, asStaff: false))!.Change!.Id;
        Assert.IsType<StepResult.Done>(await _portal.Get<DecideAccountChange>().HandleAsync(await _portal.ActorAsync("approver"), no, change, true, null));
    }
}

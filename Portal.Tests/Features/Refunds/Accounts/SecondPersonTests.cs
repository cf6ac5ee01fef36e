using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Data.Protection;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Features.Citizen.AccountChanges;
using Portal.Features.Citizen.MyHome;
using Portal.Features.Refunds.Accounts;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Accounts;

/// <summary>An account other than the roster's, or in another name, waits for a second person before anything is payable.</summary>
public sealed class SecondPersonTests : IDisposable
{
    private static readonly AccountChoice Other = new(false, RefundScene.Firm, "铁岭银行开原支行", "8800-1234-5678");
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task Another_account_waits_and_a_reviewer_lets_it_be_paid_to()
    {
        var no = await AskedAsync(Other);

        var waiting = await _portal.CaseAsync(no);
        Assert.Equal((CaseState.AwaitingAccount, InstalmentState.Waiting, "中国样例银行"), (waiting.State, Assert.Single(waiting.Instalments).State, waiting.Bank));
        var work = Assert.Single(await _portal.OpenWorkAsync(no));
        Assert.Equal((WorkKind.AccountChange, Roles.Reviewer), (work.Kind, work.Role));
        Assert.DoesNotContain("880012345678", waiting.Events[^1].Why, StringComparison.Ordinal);

        Assert.IsType<StepResult.Refused>(await DecideAsync("operator", no));
        Assert.IsType<StepResult.Refused>(await DecideAsync("hr", no));
        Assert.IsType<StepResult.Done>(await DecideAsync("reviewer", no));

        var paid = await _portal.CaseAsync(no);
        Assert.Equal((CaseState.Approved, new DateOnly(2020, 11, 30), "铁岭银行开原支行"), (paid.State, paid.PromisedOn, paid.Bank));
        Assert.Equal("880012345678", _portal.Get<FieldVault>().Open(SealPurpose.BankAccount, paid.Account!));
        Assert.Equal((new Money(43254), new DateOnly(2020, 11, 30)), (Assert.Single(paid.Instalments).Amount, paid.Instalments[0].DueOn!.Value));
        Assert.Equal(WorkKind.PayInstalments, Assert.Single(await _portal.OpenWorkAsync(no)).Kind);
    }

    [Fact]
    public async Task Another_administrator_of_the_firm_may_but_a_clerk_may_not()
    {
        var no = await AskedAsync(Other);
        var (clerk, administrator) = (await _portal.ColleagueAsync(no, false), await _portal.ColleagueAsync(no, true));

        Assert.IsType<StepResult.Refused>(await DecideAsync(clerk, no));
        Assert.IsType<StepResult.Done>(await DecideAsync(administrator, no));

        Assert.Equal(CaseState.Approved, (await _portal.CaseAsync(no)).State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_holder_other_than_the_firm_waits_whether_the_roster_or_the_firm_gave_it(bool roster)
    {
        var row = roster ? RosterFolder.DemoFirmAskedRow.Replace("样例12企业开原分公司", "王海燕", StringComparison.Ordinal) : RosterFolder.DemoFirmAskedRow;
        var no = (await _portal.ReleasedAsync(_rosters, row))[0];
        var choice = roster ? new AccountChoice(true) : new AccountChoice(false, "王海燕", "中国样例银行", "62000000000000003");

        Assert.True(Assert.IsType<ConfirmResult.Invalid>(await _portal.ConfirmAsync(no, choice)).HolderDiffers);
        Assert.IsType<ConfirmResult.Waits>(await _portal.ConfirmAsync(no, choice with { HolderChecked = true }));

        Assert.Contains("不一致", (await _portal.CaseAsync(no)).Events[^1].Why, StringComparison.Ordinal);
        Assert.Equal(CaseState.AwaitingAccount, (await _portal.CaseAsync(no)).State);
        Assert.IsType<StepResult.Done>(await DecideAsync("reviewer", no));
        Assert.Equal("王海燕", (await _portal.CaseAsync(no)).AccountHolder);
    }

    [Fact]
    public async Task The_clearing_code_that_the_firm_gave_stands_with_the_account_once_it_is_confirmed()
    {
        var no = (await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow))[0];
        Assert.Contains("bankCode", Assert.IsType<ConfirmResult.Invalid>(await _portal.ConfirmAsync(no, Other with { BankCode = "31" })).Errors.Keys);
        Assert.IsType<ConfirmResult.Waits>(await _portal.ConfirmAsync(no, Other with { BankCode = "313233000019" }));

        Assert.IsType<StepResult.Done>(await DecideAsync("reviewer", no));

        Assert.Equal("313233000019", (await _portal.CaseAsync(no)).BankCode);
    }

    [Fact]
    public async Task A_roster_s_own_column_of_clearing_codes_is_taken_over_where_it_holds_one()
    {
        var path = _rosters.Write(RosterFolder.Header + ",联行号", RosterFolder.DemoFirmRow + ",102222000017", RosterFolder.OtherFirmRow + ",无");
        await _portal.ReleaseAsync(await _portal.PublishedAndOverAsync(path));

        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.Equal(["102222000017", null], await db.Cases.OrderBy(record => record.RowNumber).Select(record => record.BankCode).ToListAsync());
    }

    [Fact]
    public async Task Pressed_again_it_waits_once_and_no_other_account_slips_past()
    {
        var no = (await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow))[0];
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _portal.ConfirmAsync(no, Other))));
        Assert.All(results, result => Assert.IsType<ConfirmResult.Waits>(result));

        Assert.IsType<ConfirmResult.Invalid>(await _portal.ConfirmAsync(no, new AccountChoice(true)));
        Assert.IsType<ConfirmResult.Invalid>(await _portal.ConfirmAsync(no, Other with { Account = "99999999" }));

        Assert.Single(await _portal.OpenWorkAsync(no));
        Assert.Single((await _portal.CaseAsync(no)).Events, step => step.What.StartsWith("企业提出", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refused_or_taken_back_the_firm_is_asked_again(bool takenBack)
    {
        var no = await AskedAsync(Other);
        var id = await ChangeAsync(no);
        Assert.IsType<StepResult.Done>(takenBack
            ? await _portal.Get<WithdrawAccountChange>().HandleAsync(await _portal.ActorAsync("hr"), no, id)
            : await DecideAsync("reviewer", no, confirm: false));

        Assert.Empty(await _portal.OpenWorkAsync(no));
        Assert.IsType<StepResult.Stale>(await _portal.Get<DecideAccountChange>().HandleAsync(await _portal.ActorAsync("reviewer"), no, id, true, null));
        await _portal.AnsweredAsync(no);
        Assert.Equal("中国样例银行", (await _portal.CaseAsync(no)).Bank);
    }

    [Fact]
    public async Task The_case_says_plainly_what_it_waits_for()
    {
        var no = await AskedAsync(Other);
        using var hr = await new ScriptlessBrowser(_portal).SignedInAsync("hr");
        using var reviewer = await new ScriptlessBrowser(_portal).SignedInAsync("reviewer");

        Assert.Contains("要由另一个人确认", await hr.GetStringAsync($"/cases/{no}"), StringComparison.Ordinal);
        Assert.Contains("等待另一人确认，确认后才能拨付", await hr.GetStringAsync($"/cases/{no}/account"), StringComparison.Ordinal);
        Assert.Empty((await _portal.Get<ShowMyHome>().HandleAsync(await _portal.ActorAsync("hr"), 1)).Tasks);
        Assert.Contains("名册里的账户", await reviewer.GetStringAsync($"/desk/cases/{no}/change-account"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    private async Task<string> AskedAsync(AccountChoice choice)
    {
        var no = (await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow))[0];
        Assert.IsType<ConfirmResult.Waits>(await _portal.ConfirmAsync(no, choice));
        return no;
    }

    private async Task<Guid> ChangeAsync(string no)
    {
        var record = await _portal.CaseAsync(no);
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return (await db.OpenAccountChangeAsync(record.Id))!.Id;
    }

    private async Task<StepResult> DecideAsync(string account, string no, bool confirm = true) =>
        await DecideAsync(await _portal.ActorAsync(account), no, confirm);

    private async Task<StepResult> DecideAsync(Actor actor, string no, bool confirm = true) =>
        await _portal.Get<DecideAccountChange>().HandleAsync(actor, no, await ChangeAsync(no), confirm, confirm ? null : "电话核实不是企业提出");
}

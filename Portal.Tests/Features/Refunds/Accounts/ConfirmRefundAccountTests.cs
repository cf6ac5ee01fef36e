using Microsoft.EntityFrameworkCore;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Features.Refunds.Accounts;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Accounts;

public sealed class ConfirmRefundAccountTests : IDisposable
{
    private const string Firm = RefundScene.Firm;
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task Another_account_is_checked()
    {
        var no = await RefundAsync();
        var invalid = Assert.IsType<ConfirmResult.Invalid>(await ConfirmAsync(no, new AccountChoice(false, "", " ", "12 34")));
        Assert.Equal(["account", "bank", "holder"], invalid.Errors.Keys.Order());
        Assert.IsType<ConfirmResult.Invalid>(await ConfirmAsync(no, new AccountChoice(null)));

        Assert.Equal(CaseState.AwaitingAccount, (await CaseAsync(no)).State);
    }

    [Fact]
    public async Task An_account_that_the_roster_left_out_cannot_be_kept()
    {
        var no = await RefundAsync(RosterFolder.DemoFirmRow[..RosterFolder.DemoFirmRow.LastIndexOf(',')] + ",无");

        var invalid = Assert.IsType<ConfirmResult.Invalid>(await ConfirmAsync(no, new AccountChoice(true)));

        Assert.Contains("keep", invalid.Errors.Keys);
    }

    [Theory]
    [InlineData("graduate")]
    [InlineData("operator")]
    [InlineData("finance")]
    public async Task To_whoever_is_no_member_of_the_firm_there_is_no_such_refund(string account)
    {
        var no = await RefundAsync();
        var stranger = await _portal.ActorAsync(account);

        Assert.Null(await _portal.Get<ShowRefund>().HandleAsync(stranger, no));
        Assert.IsType<ConfirmResult.NotFound>(await _portal.Get<ConfirmRefundAccount>().HandleAsync(stranger, no, new AccountChoice(true)));
        Assert.Equal(CaseState.AwaitingAccount, (await CaseAsync(no)).State);
    }

    [Fact]
    public async Task The_page_asks_again_in_words_and_a_stale_tab_is_told_kindly()
    {
        var no = await RefundAsync();
        using var hr = await new ScriptlessBrowser(_portal).SignedInAsync("hr");
        var path = $"/cases/{no}/account";
        var page = await hr.GetStringAsync(path);
        Assert.Contains("*************0003", page, StringComparison.Ordinal);
        Assert.DoesNotContain("62000000000000003", page, StringComparison.Ordinal);

        var unchosen = await hr.PostAsync(path, "account");
        Assert.Contains("请选择收款账户", await unchosen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var first = await hr.PostFormAsync(path, "account", new() { ["Form.Keep"] = "roster", ["Form.HolderChecked"] = "true" });

        Assert.EndsWith("?waits=true", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("等待另一人确认", await hr.GetStringAsync(path), StringComparison.Ordinal);
        using var stranger = await new ScriptlessBrowser(_portal).SignedInAsync("graduate");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.GetAsync(path)).StatusCode);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    private async Task<string> RefundAsync(string row = RosterFolder.DemoFirmAskedRow)
    {
        await _portal.ReleaseAsync(await _portal.PublishedAndOverAsync(_rosters.Write(RosterFolder.Header, row)));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return await db.Cases.Select(record => record.No).SingleAsync();
    }

    private async Task<ConfirmResult> ConfirmAsync(string no, AccountChoice choice) =>
        await _portal.Get<ConfirmRefundAccount>().HandleAsync(await _portal.ActorAsync("hr"), no, choice);

    private async Task<Case> CaseAsync(string no)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return await db.Cases.AsNoTracking().Include(record => record.Events.OrderBy(step => step.Id)).Include(record => record.Instalments).SingleAsync(record => record.No == no);
    }
}

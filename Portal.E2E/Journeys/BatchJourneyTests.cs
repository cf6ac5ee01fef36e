using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>The whole way of the money: from the roster, and from an application, to what the bank answers.</summary>
public sealed class BatchJourneyTests(Browser browser)
{
    [Fact]
    public async Task The_whole_way_from_roster_to_bank_answer()
    {
        await using var portal = new PortalServer(browser);
        var hr = await Visitor.SignedInAsync(portal, Screen.Desktop, "hr");
        var refund = await ReleasedAsync(portal, hr);
        var graduate = await Visitor.SignedInAsync(portal, Screen.Desktop, "graduate");
        var subsidy = await ApprovedAsync(portal, graduate);

        var finance = await Visitor.SignedInAsync(portal, Screen.Desktop, "finance");
        var desk = new BatchDesk(finance);
        var no = await desk.ProposeAsync();
        await finance.SeesAsync("4,432.50 元");
        await finance.DoesNotScrollSidewaysAsync();
        await new BatchDesk(await Visitor.SignedInAsync(portal, Screen.Desktop, "approver")).ApproveAsync(no);
        var order = await desk.ExportAsync(no);
        Assert.Contains("4432.50", order.ToString(), StringComparison.Ordinal);

        var answer = BatchDesk.Answer(order, payee => payee.Contains("样例12企业", StringComparison.Ordinal) ? ("ACSC", null) : ("RJCT", "AC01"));
        await desk.UploadAsync(answer);
        await finance.SeesAsync("收款账号不正确");
        await desk.UploadAsync(answer);
        await finance.SeesAsync("同一份文件先前上传过");
        await finance.GoAsync($"/desk/batches/{no}");
        await finance.SeesAsync("已全部回执");

        await hr.GoAsync($"/cases/{refund}");
        await hr.SeesAsync("已办结");
        await hr.SeesAsync("2020年11月23日 拨付，全部拨付完毕");
        await graduate.GoAsync($"/cases/{subsidy}");
        await graduate.SeesAsync("收款账号不正确");
        await graduate.SeesAsync("更换收款账户");
        await finance.GoAsync("/desk");
        await finance.SeesAsync("银行退回第 1 笔");
    }

    /// <summary>Nobody releases it, and nobody at the firm is asked.</summary>
    private static async Task<string> ReleasedAsync(PortalServer portal, Visitor hr)
    {
        var clerk = await Visitor.SignedInAsync(portal, Screen.Desktop, "operator");
        var desk = new RosterDesk(clerk);
        var run = await desk.ScreenDemoFirmAsync();
        await desk.PublishAsync(portal, Screen.Desktop, run);
        await new DemoClock(await Visitor.SignedInAsync(portal, Screen.Desktop, "admin")).AdvanceAsync(7, "2020年11月23日");
        await portal.RoundAsync();
        await clerk.GoAsync($"/runs/{run}");
        await clerk.SeesAsync("1 户打到名册里的对公账户");

        await hr.GoAsync("/home");
        await hr.Main.Locator("a[href^='/cases/LN']").First.ClickAsync();
        await hr.SeesAsync("已同意，待拨付");
        return hr.CaseNo;
    }

    private static async Task<string> ApprovedAsync(PortalServer portal, Visitor graduate)
    {
        var no = await new FlexibleApplication(graduate).SubmitAsync();
        var reviewer = new CaseDesk(await Visitor.SignedInAsync(portal, Screen.Desktop, "reviewer"));
        await reviewer.OpenFromQueueAsync(no);
        await reviewer.DoAsync("领取办理");
        await reviewer.DoAsync("拟同意");
        var approver = new CaseDesk(await Visitor.SignedInAsync(portal, Screen.Desktop, "approver"));
        await approver.OpenFromQueueAsync(no);
        await approver.DoAsync("同意");
        return no;
    }
}

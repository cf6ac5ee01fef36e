using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>What happens after an application was sent: news on open pages, an appeal, another account, the money.</summary>
public sealed class FollowingTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_refused_graduate_appeals_and_others_decide_while_the_open_page_keeps_up(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        var caseNo = await new FlexibleApplication(graduate).SubmitAsync();
        await Assertions.Expect(graduate.Main.GetByRole(AriaRole.Img, new() { Name = $"二维码：查询办件 {caseNo} 的进度" })).ToBeVisibleAsync();

        var reviewer = new CaseDesk(await Visitor.SignedInAsync(portal, screen, "reviewer"));
        await reviewer.OpenFromQueueAsync(caseNo);
        await reviewer.DoAsync("领取办理");
        // Nothing is loaded anew: the open page hears of it, and says it.
        await graduate.SeesAsync("工作人员正在审核");
        await Assertions.Expect(graduate.Main.GetByRole(AriaRole.Status).Filter(new() { HasText = "办件有新进展：审核中" })).ToHaveCountAsync(1);
        await reviewer.DoAsync("拟不予支持", "缴费凭证与月份不符。");
        var approver = new CaseDesk(await Visitor.SignedInAsync(portal, screen, "approver"));
        await approver.OpenFromQueueAsync(caseNo);
        await approver.DoAsync("不予支持");

        await graduate.SeesAsync("行政复议");
        await graduate.Main.GetByRole(AriaRole.Link, new() { Name = "申诉", Exact = true }).ClickAsync();
        await graduate.PressAsync("提交申诉");
        await graduate.SeesAsync("请写明申诉的理由");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
        await graduate.FillAsync("申诉理由", "凭证上写的是补缴的月份，请看附件。");
        await graduate.Main.GetByLabel("证明材料").SetInputFilesAsync(Visitor.Paper("说明.pdf"));
        await graduate.PressAsync("提交申诉");
        await graduate.SeesAsync("申诉已受理");
        Assert.Empty(await graduate.AxeFaultsAsync());

        await reviewer.IsBarredAsync(caseNo);
        var second = new CaseDesk(await Visitor.SignedInAsync(portal, screen, "reviewer2"));
        await second.OpenFromQueueAsync(caseNo);
        await second.DoAsync("领取办理");
        await second.DoAsync("拟同意");
        var secondApprover = new CaseDesk(await Visitor.SignedInAsync(portal, screen, "approver2"));
        await secondApprover.OpenFromQueueAsync(caseNo);
        await secondApprover.DoAsync("同意");
        await graduate.SeesAsync("已同意，待拨付");
    }

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task Another_account_takes_the_password_and_a_second_person_and_holds_the_money_meanwhile(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        var caseNo = await new FlexibleApplication(graduate).SubmitAsync();
        var reviewer = new CaseDesk(await Visitor.SignedInAsync(portal, screen, "reviewer"));
        await reviewer.OpenFromQueueAsync(caseNo);
        await reviewer.DoAsync("领取办理");
        await reviewer.DoAsync("拟同意");
        var approver = await Visitor.SignedInAsync(portal, screen, "approver");
        await new CaseDesk(approver).OpenFromQueueAsync(caseNo);
        await new CaseDesk(approver).DoAsync("同意");

        await graduate.SeesAsync("已同意，待拨付");
        await graduate.Main.GetByRole(AriaRole.Link, new() { Name = "更换", Exact = true }).ClickAsync();
        await ChangeAsync(graduate, password: "not-mine-1");
        await graduate.SeesAsync("密码不正确");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await ChangeAsync(graduate, password: "Demo-2020-11");
        await graduate.SeesAsync("收款账户正在更换");

        var finance = await Visitor.SignedInAsync(portal, screen, "finance");
        await finance.GoAsync($"/desk/cases/{caseNo}/payments");
        await finance.SeesAsync("现在不能拨付");
        await finance.DoesNotScrollSidewaysAsync();
        await approver.GoAsync("/desk");
        await approver.FollowAsync("更换收款账户");
        Assert.Empty(await approver.AxeFaultsAsync());
        await approver.PressAsync("确认更换");
        await approver.SeesAsync("收款账户的确认已办理");
        await graduate.SeesAsync("样例农商银行 ************0013");

        await graduate.GoAsync("/home");
        await graduate.SeesAsync("将要收到");
        await new CaseDesk(finance).OpenFromQueueAsync(caseNo);
        await finance.FillAsync("拨付凭证号", "PAY-0001");
        await finance.PressAsync("登记已拨付");
        await finance.SeesAsync("这一笔拨付已登记");
        // The home page was left open, too.
        await graduate.SeesAsync("2020年11月16日 已拨付");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
    }

    [Fact]
    public async Task Without_scripts_the_case_and_the_home_page_are_whole()
    {
        await using var portal = new PortalServer(browser);
        var caseNo = await new FlexibleApplication(await Visitor.SignedInAsync(portal, Screen.Desktop, "graduate")).SubmitAsync();
        var plain = await Visitor.SignedInAsync(portal, Screen.Phone, "graduate", scripts: false);
        await plain.GoAsync($"/cases/{caseNo}");
        await plain.SeesAsync("您现在不用做什么");
        await plain.SeesAsync("主管人员也会看到");
        await plain.GoAsync("/home");
        await plain.SeesAsync("最迟办结");
    }

    private static async Task ChangeAsync(Visitor person, string password)
    {
        await person.FillAsync("开户银行", "样例农商银行");
        await person.FillAsync("银行卡号", "6200000000000013");
        await person.FillAsync("您的登录密码", password);
        await person.PressAsync("提交更换");
    }
}

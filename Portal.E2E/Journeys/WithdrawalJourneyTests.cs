using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A person takes an application back, and nobody works on it any more.</summary>
public sealed class WithdrawalJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_graduate_takes_an_application_back_while_it_is_reviewed(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        var caseNo = await new FlexibleApplication(graduate).SubmitAsync();
        var reviewer = await Visitor.SignedInAsync(portal, screen, "reviewer");
        var desk = new CaseDesk(reviewer);
        await desk.OpenFromQueueAsync(caseNo);
        await desk.DoAsync("领取办理");
        await graduate.SeesAsync("工作人员正在审核");

        var mine = new MyCase(graduate);
        await mine.UnfoldWithdrawalAsync();
        await graduate.SeesAsync("撤回不能恢复");
        await mine.WithdrawAsync("");
        await graduate.SeesAsync("请写明撤回的原因");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
        await mine.WithdrawAsync("信息填错了，想重新申请");
        await graduate.SeesAsync("已撤回");
        await Assertions.Expect(mine.Withdrawal).ToHaveCountAsync(0);
        Assert.Empty(await graduate.AxeFaultsAsync());

        await reviewer.GoAsync("/desk");
        await reviewer.SeesHeadingAsync("工作台");
        await Assertions.Expect(reviewer.Main.Locator($"a[href='/desk/cases/{caseNo}']")).ToHaveCountAsync(0);
        await reviewer.GoAsync($"/desk/cases/{caseNo}");
        await reviewer.SeesAsync("已撤回");
        await reviewer.SeesAsync("信息填错了，想重新申请");
        await Assertions.Expect(reviewer.Main.GetByRole(AriaRole.Button, new() { Name = "拟同意" })).ToHaveCountAsync(0);
    }
}

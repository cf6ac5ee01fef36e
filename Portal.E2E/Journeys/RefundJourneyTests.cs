using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A small firm does nothing: from the roster to the refund that is due on its account.</summary>
public sealed class RefundJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_small_firm_gets_its_refund_without_applying(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var staff = await Visitor.SignedInAsync(portal, screen, "operator");
        var desk = new RosterDesk(staff);
        var run = await desk.ScreenAsync();
        await staff.SeesAsync("1,392");
        await staff.SeesAsync("2,473,258.11 元");
        await staff.DoesNotScrollSidewaysAsync();
        await desk.PublishAsync(portal, screen, run);

        var anyone = new Visitor(await portal.VisitAsync(screen));
        await anyone.GoAsync($"/publications/{run}");
        await anyone.SeesAsync("样例12企业0000003有限公司");
        Assert.Equal(0, await anyone.Main.GetByText("912112238DHXT2N823").CountAsync());
        await anyone.DoesNotScrollSidewaysAsync();

        await new DemoClock(await Visitor.SignedInAsync(portal, screen, "admin")).AdvanceAsync(7, "2020年11月23日");

        await portal.RoundAsync();
        await staff.GoAsync($"/runs/{run}");
        await staff.SeesAsync("1354 户打到名册里的对公账户，38 户等待企业确认收款账户");
        await FollowAsync(await Visitor.SignedInAsync(portal, screen, "hr"));

        var second = await new RosterDesk(staff).ScreenAsync();
        Assert.NotEqual(run, second);
        await staff.SeesAsync("同一份文件先前上传过");
    }

    [Fact]
    public async Task A_file_that_is_no_roster_is_refused_whole()
    {
        await using var portal = new PortalServer(browser);
        var staff = await Visitor.SignedInAsync(portal, Screen.Desktop, "operator");
        await staff.GoAsync("/runs");
        await staff.Main.GetByLabel("名册文件").SetInputFilesAsync(new FilePayload { Name = "名册.csv", MimeType = "text/csv", Buffer = "姓名,电话\n张三,1\n"u8.ToArray() });
        await staff.PressAsync("上传并筛查");
        await staff.SeesAsync("文件无法读取，没有任何一行被采用");
        await staff.SeesAsync("统一社会信用代码");
    }

    private static async Task FollowAsync(Visitor hr)
    {
        await hr.GoAsync("/home");
        await hr.SeesAsync("432.54 元");
        await hr.Main.Locator("a[href^='/cases/LN']").First.ClickAsync();
        await hr.SeesAsync("打到名册里的对公账户，不用申请");
        // The publication ended on Monday 23 November: five working days on.
        await hr.SeesAsync("2020年11月30日");
        await hr.SeesAsync("更换");
        await hr.DoesNotScrollSidewaysAsync();
    }
}

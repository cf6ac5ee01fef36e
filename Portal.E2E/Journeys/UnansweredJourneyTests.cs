using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A list is released by itself, the operator sees who has not answered, and another account waits for a second person.</summary>
public sealed class UnansweredJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task Another_account_takes_a_second_person_and_the_list_shows_who_is_still_silent(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var staff = await Visitor.SignedInAsync(portal, screen, "operator");
        var desk = new RosterDesk(staff);
        var run = await desk.ScreenAskingDemoFirmAsync();
        await desk.PublishAsync(portal, screen, run);
        await staff.SeesAsync("2020年11月23日起自动放行");
        await WaitAsync(portal, screen, 7);
        await WaitAsync(portal, screen, 3);

        await staff.GoAsync($"/runs/{run}");
        await staff.FollowAsync("看哪些企业还没有确认账户");
        await staff.SeesAsync("39 户企业还没有确认");
        await staff.SeesAsync("1 次");
        await staff.SeesAsync("没有人在平台办理");
        await staff.Main.GetByLabel("地区").SelectOptionAsync("铁岭市");
        await staff.PressAsync("筛选");
        await staff.SeesAsync("样例12企业0000003有限公司");
        await LooksRightAsync(staff, $"unanswered-{screen}");

        var hr = await Visitor.SignedInAsync(portal, screen, "hr");
        var no = await GiveAnotherAccountAsync(hr);
        await LooksRightAsync(hr, $"waits-{screen}");
        await hr.GoAsync($"/cases/{no}");
        await hr.SeesAsync("要由另一个人确认");
        await LooksRightAsync(hr, $"waiting-case-{screen}");

        var reviewer = await Visitor.SignedInAsync(portal, screen, "reviewer");
        await reviewer.GoAsync("/desk");
        await reviewer.FollowAsync("确认稳岗返还的收款账户");
        await reviewer.SeesAsync("提出的账户");
        await LooksRightAsync(reviewer, $"second-person-{screen}");
        await reviewer.PressAsync("确认这个账户");
        await reviewer.SeesAsync("收款账户的确认已办理");

        await hr.GoAsync($"/cases/{no}");
        await hr.SeesAsync("已同意，待拨付");
        await hr.SeesAsync("另一人确认收款账户");
        await staff.GoAsync($"/desk/refunds?run={run}");
        await staff.SeesAsync("38 户企业还没有确认");
    }

    private static async Task<string> GiveAnotherAccountAsync(Visitor hr)
    {
        await hr.GoAsync("/home");
        await hr.Main.Locator("a[href^='/cases/LN']").First.ClickAsync();
        await hr.FollowAsync("确认收款账户");
        await hr.ChooseAsync("返还打到哪个账户？", "换一个账户");
        await hr.FillAsync("开户名", "样例12企业0000003有限公司");
        await hr.FillAsync("开户银行", "铁岭银行开原支行");
        await hr.Main.GetByRole(AriaRole.Textbox, new() { Name = "账号" }).FillAsync("8800-1234-5678");
        await hr.PressAsync("确认账户");
        await hr.SeesAsync("等待另一人确认，确认后才能拨付");
        return hr.CaseNo;
    }

    /// <summary>As the days go by and the scheduler goes its round.</summary>
    private static async Task WaitAsync(PortalServer portal, Screen screen, int days)
    {
        var admin = await Visitor.SignedInAsync(portal, screen, "admin");
        await admin.GoAsync("/admin/clock");
        await admin.FillAsync("往后拨几天", days.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await admin.PressAsync("拨动日期");
        await admin.SeesAsync("业务日期已经拨好");
        await portal.RoundAsync();
    }

    private static async Task LooksRightAsync(Visitor visitor, string name)
    {
        await visitor.DoesNotScrollSidewaysAsync();
        await Album.KeepAsync(visitor, name);
        Assert.Empty(await visitor.AxeFaultsAsync());
    }
}

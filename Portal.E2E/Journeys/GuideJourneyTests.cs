using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

public sealed class GuideJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.SmallPhone, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Desktop, true)]
    public async Task With_scripts_off_too_a_founder_finds_the_policy_the_citys_standard_and_the_amount(Screen screen, bool scripts)
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(screen, scripts));
        var list = new PolicyList(visitor);

        await list.OpenAsync();
        await visitor.SeesHeadingAsync("第二十二条 防范失业风险");
        await HasNoFaultsAsync(visitor, scripts);
        await list.FilterAsync("高校毕业生", "沈阳市");
        await visitor.SeesAsync("有2项可以对照条件的政策");
        await visitor.SeesAsync("沈阳市：标准已公布");
        await HasNoFaultsAsync(visitor, scripts);

        await list.OpenGuideAsync("创业场地补贴");
        await Assertions.Expect(list.Standard("当地每月补贴标准")).ToContainTextAsync("833.33 元");
        await Assertions.Expect(list.Element("受理机构")).ToHaveTextAsync("待公布");
        await HasNoFaultsAsync(visitor, scripts);
        await list.ChooseCityAsync("大连市");
        await Assertions.Expect(list.Standard("当地每月补贴标准")).ToContainTextAsync("大连市");

        await visitor.FollowAsync("算一算能领多少");
        await visitor.Main.GetByLabel("市", new() { Exact = true }).SelectOptionAsync("大连市");
        await visitor.Main.GetByLabel("县（市、区），大连市").SelectOptionAsync("中山区");
        await visitor.ChooseAsync("您的身份", "返乡入乡农民工");
        await visitor.FillAsync("每月场地租金", "10,000");
        await visitor.FillAsync("本次申请月数", "12");
        await visitor.FillAsync("已领取月数", "0");
        await list.CalculateAsync();
        await visitor.SeesAsync("还需要回答下面的问题");
        await visitor.FillAsync("已正常经营月数", "8");
        await list.CalculateAsync();
        await Assertions.Expect(list.Picture("按先后分2笔拨付")).ToBeVisibleAsync();
        await visitor.Main.GetByText("金额是怎么算出来的").ClickAsync();
        await visitor.SeesAsync("您填写的信息");
        await HasNoFaultsAsync(visitor, scripts);
    }

    [Fact]
    public async Task What_staff_write_into_a_guide_a_stranger_reads_at_once()
    {
        await using var portal = new PortalServer(browser);
        var stranger = new Visitor(await portal.VisitAsync(Screen.Phone, scripts: false));
        var guide = new PolicyList(stranger);
        await stranger.GoAsync("/policies/clause-10?city=210200");
        await Assertions.Expect(guide.Element("咨询方式")).ToHaveTextAsync("待公布");

        var staff = await Visitor.SignedInAsync(portal, Screen.Desktop, "operator");
        await staff.GoAsync("/policies/clause-10?city=210200");
        await staff.FollowAsync("修改这份指南");
        await staff.FillAsync("咨询方式", "0411-00000000");
        await HasNoFaultsAsync(staff);
        await staff.PressAsync("保存");
        await staff.SeesAsync("已保存");
        await HasNoFaultsAsync(staff);

        await stranger.Page.ReloadAsync();
        await Assertions.Expect(guide.Element("咨询方式")).ToHaveTextAsync("0411-00000000");
    }

    /// <param name="scripts">Without scripts axe cannot run; the same pages are tried with them.</param>
    private static async Task HasNoFaultsAsync(Visitor visitor, bool scripts = true)
    {
        if (scripts) Assert.Empty(await visitor.AxeFaultsAsync());
        await visitor.DoesNotScrollSidewaysAsync();
    }
}

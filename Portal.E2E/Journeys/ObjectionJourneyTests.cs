using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>Somebody objects to a firm on a published list (公示异议), a reviewer decides, and everybody sees what came of it.</summary>
public sealed class ObjectionJourneyTests(Browser browser)
{
    private const string DemoFirm = "912112238DHXT2N823";
    private const string Reason = "这家企业今年三月就停产了，厂里已经没有人。";

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task An_objection_is_upheld_and_the_firm_gets_nothing(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var clerk = await Visitor.SignedInAsync(portal, screen, "operator");
        var desk = new RosterDesk(clerk);
        var run = await desk.ScreenAFewAsync();
        await desk.PublishAsync(portal, screen, run);

        var anyone = new Visitor(await portal.VisitAsync(screen));
        await ObjectAsync(anyone);
        await clerk.GoAsync($"/runs/{run}");
        await clerk.SeesAsync("1 条异议正在核实");
        await clerk.SeesAsync("有异议，待核实");
        await DecideAsync(await Visitor.SignedInAsync(portal, screen, "reviewer"));

        var list = new PublicationList(anyone);
        await list.OpenAsync();
        await list.FindAsync(DemoFirm);
        await Assertions.Expect(list.Rows).ToContainTextAsync("异议成立，不予放行");
        Assert.Empty(await anyone.AxeFaultsAsync());
        await anyone.DoesNotScrollSidewaysAsync();
        await clerk.GoAsync($"/runs/{run}");
        await clerk.SeesAsync("的异议成立，不予放行");

        await new DemoClock(await Visitor.SignedInAsync(portal, screen, "admin")).AdvanceAsync(7, "2020年11月23日");
        await clerk.GoAsync($"/runs/{run}");
        await clerk.PressAsync("放行");
        await clerk.SeesAsync("等待企业确认收款账户");
        var hr = await Visitor.SignedInAsync(portal, screen, "hr");
        await hr.GoAsync("/home");
        await hr.SeesHeadingAsync("您好");
        await Assertions.Expect(hr.Main.GetByText("432.54 元")).ToHaveCountAsync(0);
    }

    private static async Task ObjectAsync(Visitor anyone)
    {
        var list = new PublicationList(anyone);
        await list.OpenAsync();
        await list.FindAsync(DemoFirm);
        await anyone.FollowAsync("提出异议");
        await anyone.SeesHeadingAsync("提出异议");
        await list.ObjectAsync("", "1390000", Reason);
        await anyone.SeesAsync("请填写您的姓名或单位名称");
        await Assertions.Expect(anyone.Main.GetByLabel("理由")).ToHaveValueAsync(Reason);
        Assert.Empty(await anyone.AxeFaultsAsync());
        await anyone.DoesNotScrollSidewaysAsync();
        await list.ObjectAsync("马先生", "13900000001", Reason);
        await anyone.SeesAsync("异议已收到");
        await anyone.SeesAsync("YY20201116-000001");
    }

    private static async Task DecideAsync(Visitor reviewer)
    {
        await reviewer.GoAsync("/desk");
        await reviewer.FollowAsync("核实公示异议");
        await reviewer.SeesAsync(Reason);
        await reviewer.SeesAsync("停产照片.pdf");
        await Assertions.Expect(reviewer.Main.GetByText("13900000001")).ToHaveCountAsync(0);
        await reviewer.PressAsync("异议成立，不予放行");
        await reviewer.SeesAsync("请在“核实情况”中写明");
        Assert.Empty(await reviewer.AxeFaultsAsync());
        await reviewer.DoesNotScrollSidewaysAsync();
        await reviewer.FillAsync("核实情况", "实地查看，厂房已经转租，三月起没有缴费。");
        await reviewer.PressAsync("异议成立，不予放行");
        await reviewer.SeesAsync("异议成立，这户企业不予放行");
    }
}

using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A value is changed by two people: one proposes after seeing what it does, another approves, and everybody sees it.</summary>
public sealed class RuleChangeJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task Two_people_raise_the_hiring_grant_of_a_city(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var caseNo = await new ApplicationForm(await Visitor.SignedInAsync(portal, screen, "hr")).ApplyForOneHireAsync("刘芳", Identifiers.FirstHireId, "否");

        var admin = await Visitor.SignedInAsync(portal, screen, "admin");
        var proposing = new RuleDesk(admin);
        await proposing.CheckValueAsync("每人补贴标准", "大连市（全市）", "3,000", "2020-11-01", "大人社发〔2020〕9号");
        await admin.SeesAsync(caseNo);
        await admin.SeesAsync("+500.00 元");
        var change = await proposing.ProposeAsync();
        await admin.SeesAsync("这项修改是您提出的，请由另一位管理员或督查人员复核");
        await Assertions.Expect(admin.Main.GetByRole(AriaRole.Button, new() { Name = "同意，马上生效" })).ToHaveCountAsync(0);

        var supervisor = await Visitor.SignedInAsync(portal, screen, "supervisor");
        var deciding = new RuleDesk(supervisor);
        await deciding.OpenFromQueueAsync(change);
        await supervisor.SeesAsync(caseNo);
        await supervisor.PressAsync("同意，马上生效");
        await supervisor.SeesAsync("修改从现在起生效");
        await deciding.IsSoundAsync();

        var anyone = new Visitor(await portal.VisitAsync(screen));
        await anyone.GoAsync("/policies/hiring-grant?city=210200");
        await anyone.SeesAsync("3,000.00 元");
        await anyone.SeesAsync("大人社发〔2020〕9号");
        var reviewer = await Visitor.SignedInAsync(portal, screen, "reviewer");
        await reviewer.GoAsync($"/desk/cases/{caseNo}");
        await reviewer.SeesAsync("与申请时不同");
        await reviewer.SeesAsync("3,000.00 元");
    }

    [Fact]
    public async Task The_holidays_of_a_year_are_asked_for_before_it_begins()
    {
        await using var portal = new PortalServer(browser);
        var admin = await Visitor.SignedInAsync(portal, Screen.Phone, "admin");
        // From 16 November 2020 beyond 1 October 2026, by as much as the page allows at once.
        foreach (var days in (string[])["400", "400", "400", "400", "400", "200"])
        {
            await admin.GoAsync("/admin/clock");
            await admin.FillAsync("往后拨几天", days);
            await admin.PressAsync("拨动日期");
            await admin.SeesAsync("业务日期已经拨好");
        }

        await admin.GoAsync("/admin");
        await admin.SeesAsync("2027 年的节假日安排还没有录入");
        await new RuleDesk(admin).IsSoundAsync();
        await admin.GoAsync("/desk");
        await admin.FollowAsync("请录入 2027 年的节假日安排");
        await admin.SeesHeadingAsync("节假日安排");
        await new RuleDesk(admin).IsSoundAsync();
    }
}

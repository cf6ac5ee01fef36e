using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A flexible worker whose months were granted claims the next one with its receipt and two taps.</summary>
public sealed class NextMonthJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task The_next_month_is_offered_when_it_is_over_and_takes_its_receipt_and_one_press(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        await graduate.GoAsync("/apply/flexible-social-insurance/next");
        await graduate.SeesHeadingAsync("现在还不能继续申请");
        var first = await new FlexibleApplication(graduate).SubmitAsync();
        await CaseDesk.GrantAsync(portal, screen, first);

        await graduate.GoAsync("/home");
        await Assertions.Expect(graduate.Main.GetByRole(AriaRole.Link, new() { Name = "继续申请" })).ToHaveCountAsync(0);
        await new DemoClock(await Visitor.SignedInAsync(portal, screen, "admin")).AdvanceAsync(15, "2020年12月1日");
        await graduate.GoAsync($"/cases/{first}");
        await graduate.FollowAsync("继续申请2020年11月的补贴");
        await graduate.SeesHeadingAsync("继续申请2020年11月的补贴");
        await graduate.SeesAsync("666.66 元");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
        await graduate.PressAsync("确认并提交");
        await graduate.SeesAsync("请上传2020年11月的“社会保险缴费凭证”");
        await graduate.Main.GetByLabel("2020年11月的社会保险缴费凭证").SetInputFilesAsync(Visitor.Paper("十一月.pdf"));
        await graduate.PressAsync("确认并提交");
        await graduate.IsAtAsync("/cases/LN");

        Assert.NotEqual(first, graduate.CaseNo);
        await graduate.SeesAsync("2020年11月");
        await graduate.SeesAsync("资料沿用上次");
    }
}

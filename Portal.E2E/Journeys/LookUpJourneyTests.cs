using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>Whoever holds a receipt and knows the second secret reads where the case stands, without signing in.</summary>
public sealed class LookUpJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_case_is_looked_up_by_its_number_and_the_last_four_of_the_ID(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        var caseNo = await new FlexibleApplication(graduate).SubmitAsync();
        var receipt = await graduate.Main.GetByRole(AriaRole.Link, new() { Name = "查进度", Exact = true }).GetAttributeAsync("href");

        // Scripts off: an old phone is enough to ask.
        var anyone = new Visitor(await portal.VisitAsync(screen, scripts: false));
        await anyone.GoAsync(receipt!);
        await Assertions.Expect(anyone.Main.GetByLabel("办件编号")).ToHaveValueAsync(caseNo);
        await AskAsync(anyone, "0000");
        await anyone.SeesAsync("编号或后4位不对");
        await Assertions.Expect(anyone.Main.GetByText("承诺")).ToHaveCountAsync(0);
        await AskAsync(anyone, "0002");
        await anyone.SeesAsync("已提交");
        await anyone.SeesAsync("承诺 2020年11月23日 前办结");
        foreach (var isPrivate in (string[])["李晓雨", "3,999.96", "中国样例银行"])
            await Assertions.Expect(anyone.Main.GetByText(isPrivate)).ToHaveCountAsync(0);

        var reviewer = new CaseDesk(await Visitor.SignedInAsync(portal, screen, "reviewer"));
        await reviewer.OpenFromQueueAsync(caseNo);
        await reviewer.DoAsync("领取办理");
        await AskAsync(anyone, "0002");
        await anyone.SeesAsync("审核中");
    }

    private static async Task AskAsync(Visitor anyone, string secret)
    {
        await anyone.FillAsync("证件后4位", secret);
        await anyone.PressAsync("查询");
    }
}

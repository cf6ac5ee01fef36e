using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A firm's administrator lets a colleague in, both work on one draft, and the colleague is taken out again.</summary>
public sealed class ColleagueJourneyTests(Browser browser)
{
    private const string Firm = "大连示例软件有限公司";
    private const string Colleague = "李晓雨";

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_colleague_joins_works_on_the_firms_draft_and_is_removed(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var hr = await Visitor.SignedInAsync(portal, screen, "hr");
        await new ApplicationForm(hr).OpenAsync("hiring-grant", Firm);
        var draft = new Uri(hr.Page.Url).PathAndQuery;
        var people = new FirmDesk(hr);
        await people.OpenAsync(Firm);
        var code = await people.InviteAsync();
        await SoundAsync(hr);

        var colleague = await Visitor.SignedInAsync(portal, screen, "graduate");
        await JoinAsync(colleague, code);
        var theirs = new ApplicationForm(colleague);
        await colleague.GoAsync("/apply/hiring-grant");
        await colleague.FollowAsync($"接着填（{Firm}）");
        await theirs.ChooseAsync("企业是否正在享受阶段性减免社会保险费", "是");
        await theirs.NextAsync();
        await theirs.FillHireAsync(1, "刘芳", Identifiers.FirstHireId, "高校毕业生");
        await colleague.SeesAsync("共 1 人，符合条件 1 人");
        await colleague.SeesAsync("已保存，可以随时离开");

        await people.OpenAsync(Firm);
        await people.RemoveAsync(Colleague);
        await Assertions.Expect(people.Person(Colleague)).ToHaveCountAsync(0);
        await SoundAsync(hr);
        // The page left open takes nothing more, and says so.
        await theirs.PersonCard(1).GetByLabel("姓名").FillAsync("不该留下");
        await colleague.SeesAsync("您不再替这家企业办事");
        Assert.Empty(await colleague.AxeFaultsAsync());

        // Leaving the firm has ended every session of before.
        var former = new Visitor(await portal.VisitAsync(screen));
        await former.SignInAsync("graduate");
        await FindsNothingAsync(former, new Uri(hr.Page.Url).AbsolutePath, draft);
        await hr.GoAsync("/apply/hiring-grant");
        await hr.SeesAsync($"由{Colleague}保存");
        await hr.FollowAsync($"接着填（{Firm}）");
        await new ApplicationForm(hr).GoToAsync("people");
        await Assertions.Expect(new ApplicationForm(hr).PersonCard(1).GetByLabel("姓名")).ToHaveValueAsync("刘芳");
    }

    private static async Task JoinAsync(Visitor colleague, string code)
    {
        await colleague.GoAsync("/home");
        await colleague.FollowAsync("我的企业");
        await colleague.SeesAsync("您还没有代办的企业");
        await colleague.FollowAsync("用邀请码加入");
        await new FirmDesk(colleague).JoinAsync("ABCD-EFGH-2345");
        await colleague.SeesAsync("没有这个邀请码");
        await SoundAsync(colleague);
        await new FirmDesk(colleague).JoinAsync(code);
        await colleague.SeesHeadingAsync(Firm);
        await Assertions.Expect(new FirmDesk(colleague).Person(Colleague)).ToContainTextAsync("经办人");
        await Assertions.Expect(colleague.Main.GetByRole(AriaRole.Button, new() { Name = "生成邀请码" })).ToHaveCountAsync(0);
        await SoundAsync(colleague);
    }

    private static async Task FindsNothingAsync(Visitor former, string firm, string draft)
    {
        await former.GoAsync("/firms");
        await former.SeesAsync("您还没有代办的企业");
        Assert.Equal(404, await former.ArriveAsync(firm));
        await former.GoAsync(draft);
        await former.SeesAsync("没有找到这份申请");
        await former.SeesAsync("不再替这家企业办事");
    }

    private static async Task SoundAsync(Visitor visitor)
    {
        Assert.Empty(await visitor.AxeFaultsAsync());
        await visitor.DoesNotScrollSidewaysAsync();
    }
}

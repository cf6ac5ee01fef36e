using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>What was typed is there again: after the server was killed, on another device, beside another tab.</summary>
public sealed class NothingLostTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task What_was_typed_outlives_a_killed_server_and_a_change_of_device(Screen screen)
    {
        await using var portal = new PortalProcess(browser);
        await portal.StartAsync();
        var person = await Visitor.SignedInAsync(await browser.VisitAsync(portal.Address, screen), "graduate");
        var form = new ApplicationForm(person);
        await form.OpenAsync("flexible-social-insurance");
        await form.ChoosePlaceAsync("沈阳市", "和平区");
        await form.ChooseAsync("您的身份", "高校毕业生");
        await person.FillAsync("离校日期", "2019-07-01");
        await person.SeesAsync("正在保存");
        await person.SeesAsync("已保存，可以随时离开");

        await portal.KillAsync();
        await portal.StartAsync();

        await person.Page.ReloadAsync();
        await Assertions.Expect(person.Main.GetByLabel("离校日期")).ToHaveValueAsync("2019-07-01");

        var other = await Visitor.SignedInAsync(await browser.VisitAsync(portal.Address, screen == Screen.Phone ? Screen.Desktop : Screen.Phone), "graduate");
        await other.GoAsync("/apply/flexible-social-insurance");
        await other.FollowAsync("接着填");
        // It goes on where something is still to be told, and what was told stands.
        await other.SeesAsync("您在灵活就业吗");
        await Assertions.Expect(other.Main.GetByLabel("离校日期")).ToHaveValueAsync("2019-07-01");
    }

    [Fact]
    public async Task Nothing_is_called_saved_that_was_not_and_what_a_crash_took_is_offered_back()
    {
        await using var portal = new PortalProcess(browser);
        await portal.StartAsync();
        var person = await Visitor.SignedInAsync(await browser.VisitAsync(portal.Address, Screen.Phone), "graduate");
        var form = new ApplicationForm(person);
        await form.OpenAsync("flexible-social-insurance");
        await form.ChoosePlaceAsync("沈阳市", "和平区");
        await form.ChooseAsync("您的身份", "高校毕业生");
        await person.SeesAsync("已保存，可以随时离开");

        await person.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(person.Page.GetByText("网络断开了，现在不能保存也不能提交")).ToBeVisibleAsync();
        await Album.KeepAsync(person, "offline");
        await person.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(person.Page.GetByText("网络恢复了")).ToBeVisibleAsync();
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        await portal.KillAsync();
        await person.FillAsync("离校日期", "2019-07-01");
        await Assertions.Expect(person.Page.GetByText("还没有保存")).ToBeVisibleAsync();
        await Assertions.Expect(person.Page.GetByText("已保存，可以随时离开")).ToBeHiddenAsync();

        await portal.StartAsync();
        await person.Page.ReloadAsync();
        await person.SeesAsync("“离校日期”刚填的“2019-07-01”没来得及保存");
        Assert.Empty(await person.AxeFaultsAsync());
        await Album.KeepAsync(person, "lost");
        await person.PressAsync("填回去");
        await person.SeesAsync("已保存，可以随时离开");
        await Assertions.Expect(person.Main.GetByLabel("离校日期")).ToHaveValueAsync("2019-07-01");
        await person.Page.ReloadAsync();
        await person.SeesAsync("已保存，可以随时离开");
        await Assertions.Expect(person.Main.GetByText("没来得及保存")).ToBeHiddenAsync();
        await Assertions.Expect(person.Main.GetByLabel("离校日期")).ToHaveValueAsync("2019-07-01");
    }

    [Fact]
    public async Task The_second_of_two_tabs_sees_the_difference_and_chooses()
    {
        await using var portal = new PortalServer(browser);
        var first = await Visitor.SignedInAsync(portal, Screen.Desktop, "graduate");
        var form = new ApplicationForm(first);
        await form.OpenAsync("startup-loan-interest");
        var second = new Visitor(await first.Page.Context.NewPageAsync());
        await second.GoAsync(first.Page.Url);
        await second.Main.GetByLabel("市", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "大连市" });
        await second.SeesAsync("已保存，可以随时离开");

        await first.Main.GetByLabel("市", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "沈阳市" });

        await first.SeesAsync("这份申请刚在别的页面改动过");
        await Assertions.Expect(first.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "大连市" })).ToContainTextAsync("沈阳市");
        Assert.Empty(await first.AxeFaultsAsync());
        await first.PressAsync("用别处保存的");
        await Assertions.Expect(first.Main.GetByLabel("市", new() { Exact = true })).ToHaveValueAsync("210200");
    }
}

using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A person closes the account (注销): told what goes and what stays, and never let in again.</summary>
public sealed class ClosingJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task An_account_is_closed_once_nothing_is_open_and_lets_nobody_in_again(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        var caseNo = await new FlexibleApplication(graduate).SubmitAsync();
        await OpenAsync(graduate);
        await graduate.SeesAsync("现在还不能注销");
        await graduate.SeesAsync($"您还有 1 件申请没有办结（{caseNo}）");
        await Assertions.Expect(Password(graduate)).Not.ToBeVisibleAsync();
        await WithdrawAsync(graduate, caseNo);

        await OpenAsync(graduate);
        await graduate.SeesAsync("姓名、身份证号码、手机号、电子邮箱和密码");
        await graduate.SeesAsync("防止重复领取");
        await graduate.DoesNotScrollSidewaysAsync();
        await CloseAsync(graduate, "not-mine-1");
        await graduate.SeesAsync("密码不正确");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await CloseAsync(graduate, "Demo-2020-11");
        await graduate.SeesHeadingAsync("账号已经注销");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();

        await graduate.GoAsync("/home");
        await graduate.SeesHeadingAsync("登录");
        await graduate.FillAsync("手机号或账号", "graduate");
        await Password(graduate).FillAsync("Demo-2020-11");
        await graduate.PressAsync("登录");
        await graduate.SeesAsync("手机号、账号或密码不正确");
    }

    private static async Task OpenAsync(Visitor person)
    {
        await person.GoAsync("/me/privacy");
        await person.FollowAsync("注销账号");
        await person.SeesHeadingAsync("注销账号");
    }

    private static async Task CloseAsync(Visitor person, string password)
    {
        await Password(person).FillAsync(password);
        await person.PressAsync("注销账号，不能恢复");
    }

    private static async Task WithdrawAsync(Visitor person, string caseNo)
    {
        var mine = new MyCase(person);
        await mine.OpenAsync(caseNo);
        await mine.UnfoldWithdrawalAsync();
        await mine.WithdrawAsync("不再需要了");
        await person.SeesAsync("已撤回");
    }

    private static ILocator Password(Visitor person) => person.Main.GetByLabel("密码");
}

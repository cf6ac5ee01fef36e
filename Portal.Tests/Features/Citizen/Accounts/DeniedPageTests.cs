using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Accounts;

public sealed class DeniedPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("graduate", "这个页面不是给申请人用的", "回到我的办理")]
    [InlineData("operator", "您的账号看不了这个页面", "回到工作台")]
    public async Task Whoever_may_not_see_a_page_reads_words_for_them(string account, string title, string next)
    {
        var browser = await new ScriptlessBrowser(portal).SignedInAsync(account);

        await browser.GetAsync("/denied");

        Assert.Equal(title, browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(browser.Page.QuerySelectorAll("main a"), link => link.TextContent == next);
        if (account == "graduate") Assert.DoesNotContain("岗位", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}

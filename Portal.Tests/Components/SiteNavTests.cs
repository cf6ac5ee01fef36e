using Portal.Tests.Support;

namespace Portal.Tests.Components;

/// <summary>Who signs in finds what their role works with, and nothing they would be turned away from.</summary>
public sealed class SiteNavTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("graduate", "政策清单 我能享受什么 算补贴 公示 查进度 我的办理 消息 我的账号")]
    [InlineData("operator", "工作台 全部办件 免申即享 消息 政策清单")]
    [InlineData("reviewer", "工作台 全部办件 免申即享 消息 政策清单")]
    [InlineData("approver", "工作台 全部办件 免申即享 拨付批次 消息 政策清单")]
    [InlineData("finance", "工作台 全部办件 拨付台账 拨付批次 追缴 资金情况 对账 消息")]
    [InlineData("supervisor", "工作台 全部办件 拨付批次 资金情况 对账 消息 管理")]
    [InlineData("auditor", "工作台 全部办件 拨付批次 资金情况 对账 访问记录 消息 管理")]
    [InlineData("admin", "工作台 全部办件 免申即享 消息 政策清单 管理")]
    public async Task Each_role_is_led_to_its_own_work(string account, string pages)
    {
        var browser = await ScriptlessBrowser.AsAsync(portal, account);
        await browser.GetAsync("/policies");
        var links = browser.Page.QuerySelector("nav.site-nav")!.QuerySelectorAll("a").ToArray();

        Assert.Equal(pages, string.Join(' ', links.Select(link => link.TextContent)));
        foreach (var link in links)
        {
            await browser.GetAsync(link.GetAttribute("href")!);
            Assert.True(browser.Response.IsSuccessStatusCode && browser.Response.RequestMessage!.RequestUri!.AbsolutePath == link.GetAttribute("href"), link.TextContent);
        }
    }
}

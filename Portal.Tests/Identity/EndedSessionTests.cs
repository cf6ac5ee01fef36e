using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Accounts;
using Portal.Domain.Cases;
using Portal.Features.Platform.Demo;
using Portal.Tests.Support;

namespace Portal.Tests.Identity;

/// <summary>A session ends while somebody is at a form: the sign-in page says why, and nothing typed is lost.</summary>
public sealed class EndedSessionTests : IDisposable
{
    private const string Typed = "凭证上写的是补缴的月份，请再核对一次。";
    private readonly GivenTime _time = new() { Now = DateTimeOffset.UtcNow };
    private readonly PortalFactory _portal;

    public EndedSessionTests() => _portal = PortalFactory.With(services => services.AddSingleton<TimeProvider>(_time)
        .Configure<SecurityStampValidatorOptions>(stamps => stamps.ValidationInterval = TimeSpan.Zero));

    [Fact]
    public async Task After_hours_away_the_text_is_in_its_form_again_and_nothing_was_sent()
    {
        var (browser, address) = await AtTheWithdrawalAsync();
        _time.Now += TimeSpan.FromHours(9);
        await browser.SubmitAsync("withdraw", new() { ["Form.Reason"] = Typed });

        var login = browser.Response.RequestMessage!.RequestUri!.PathAndQuery;
        Assert.StartsWith("/login?returnUrl=", login, StringComparison.Ordinal);
        Assert.DoesNotContain(Typed, Uri.UnescapeDataString(login), StringComparison.Ordinal);
        Assert.Contains("您离开的时间长了", browser.Text, StringComparison.Ordinal);
        Assert.Contains("您刚才填的内容还在", browser.Text, StringComparison.Ordinal);
        await SignInAsync(browser, "graduate");

        Assert.Equal(address, browser.Response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(Typed, browser.Page.QuerySelector("#withdraw-reason")!.TextContent);
        Assert.Contains("还没有提交", browser.Text, StringComparison.Ordinal);
        Assert.Equal(CaseState.Submitted, (await _portal.CaseAsync(address.Split('/')[^1])).State);

        await browser.SubmitAsync("withdraw", new() { ["Form.Reason"] = Typed });
        Assert.Equal(CaseState.Withdrawn, (await _portal.CaseAsync(address.Split('/')[^1])).State);
        await browser.GetAsync(address);
        Assert.DoesNotContain("还没有提交", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_out_elsewhere_the_page_says_so()
    {
        var (browser, _) = await AtTheWithdrawalAsync();
        await using (var scope = _portal.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
            await users.UpdateSecurityStampAsync((await users.FindByNameAsync("graduate"))!);
        }

        await browser.SubmitAsync("withdraw", new() { ["Form.Reason"] = Typed });

        Assert.Contains("您在别处改了密码", browser.Text, StringComparison.Ordinal);
        await SignInAsync(browser, "graduate");
        Assert.Equal(Typed, browser.Page.QuerySelector("#withdraw-reason")!.TextContent);
    }

    [Fact]
    public async Task Nobody_else_is_shown_it_and_it_is_gone_after_half_an_hour()
    {
        var (browser, address) = await AtTheWithdrawalAsync();
        _time.Now += TimeSpan.FromHours(9);
        await browser.SubmitAsync("withdraw", new() { ["Form.Reason"] = Typed });
        await SignInAsync(browser, "hr");
        Assert.DoesNotContain(Typed, browser.Page.Source.Text, StringComparison.Ordinal);

        _time.Now += TimeSpan.FromMinutes(31);
        var later = await ScriptlessBrowser.AsAsync(_portal, "graduate");
        await later.GetAsync(address);
        Assert.DoesNotContain(Typed, later.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_told_of_no_session_and_nothing_of_his_is_kept()
    {
        var record = await _portal.FlexibleAsync();
        using var stranger = new ScriptlessBrowser(_portal, followsRedirects: true);

        await stranger.GetAsync($"/cases/{record.No}");

        Assert.DoesNotContain("请重新登录", stranger.Text, StringComparison.Ordinal);
        await stranger.PostAsync($"/cases/{record.No}", new FormUrlEncodedContent([new("_handler", "withdraw"), new("Form.Reason", Typed)]));
        Assert.Equal(HttpStatusCode.OK, stranger.Response.StatusCode);
        await SignInAsync(stranger, "graduate");
        Assert.DoesNotContain(Typed, stranger.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choices_and_facts_come_back_and_passwords_do_not()
    {
        var record = await _portal.FlexibleAsync();
        var browser = await ScriptlessBrowser.AsAsync(_portal, "graduate");
        await browser.GetAsync($"/cases/{record.No}/change-account");
        _time.Now += TimeSpan.FromHours(9);
        await browser.SubmitAsync("ask", new() { ["Form.Bank"] = "样例银行沈阳分行", ["Form.Account"] = "6200000000000005", ["Form.Password"] = "not-to-be-kept-1" });
        await SignInAsync(browser, "graduate");

        Assert.Equal("样例银行沈阳分行", browser.Page.QuerySelector("input[name='Form.Bank']")!.GetAttribute("value"));
        Assert.DoesNotContain("not-to-be-kept-1", browser.Page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("6200000000000005", browser.Page.Source.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _portal.Dispose();

    private async Task<(ScriptlessBrowser Browser, string Address)> AtTheWithdrawalAsync()
    {
        var record = await _portal.FlexibleAsync();
        var browser = await ScriptlessBrowser.AsAsync(_portal, "graduate");
        await browser.GetAsync($"/cases/{record.No}");
        return (browser, $"/cases/{record.No}");
    }

    private static Task SignInAsync(ScriptlessBrowser browser, string account) =>
        browser.SubmitAsync("login", new() { ["Form.Account"] = account, ["Form.Password"] = DemoAccounts.Password });
}

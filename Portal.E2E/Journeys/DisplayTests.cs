using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>Dark, and the large version for older people.</summary>
public sealed class DisplayTests(Browser browser)
{
    private static readonly string[] Addresses =
        ["/", "/policies", "/policies/hiring-grant", "/check/hiring-grant", "/publications", "/lookup", "/login", "/display", "/not-there"];

    [Theory]
    [InlineData(Screen.Phone, "深色")]
    [InlineData(Screen.Desktop, "深色")]
    [InlineData(Screen.Phone, "长辈版")]
    [InlineData(Screen.Desktop, "长辈版")]
    public async Task Every_look_is_free_of_faults(Screen screen, string look)
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(screen));
        await visitor.GoAsync("/display");
        await visitor.Main.GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{look}") }).CheckAsync();
        await visitor.PressAsync("保存设置");
        foreach (var address in Addresses)
        {
            await visitor.GoAsync(address);
            await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            Assert.Empty(await visitor.AxeFaultsAsync());
            await visitor.DoesNotScrollSidewaysAsync();
        }
    }

    [Fact]
    public async Task One_press_makes_everything_large_on_the_page_where_one_is()
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(Screen.Phone));
        await visitor.GoAsync("/policies");
        await visitor.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "长辈版" }).ClickAsync();

        await visitor.IsAtAsync("/policies");
        foreach (var address in (string[])["/policies", "/check/flexible-social-insurance", "/check/firm", "/calculators/venue-subsidy", "/lookup", "/register"])
        {
            await visitor.ArriveAsync(address);
            Assert.Empty(await visitor.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('body *')].filter(e => e.offsetParent && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                    .filter(e => parseFloat(getComputedStyle(e).fontSize) < 18).map(e => `${location.pathname} ${e.tagName}.${e.className} ${getComputedStyle(e).fontSize}: ${e.innerText.slice(0, 20)}`)
                """));
        }

        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Button, new() { Name = "朗读本页" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reading_aloud_goes_on_through_the_steps_and_says_when_there_is_no_Chinese_voice()
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(Screen.Phone));
        await visitor.GoAsync("/display/set?large=1");
        await SpeakingAsync(visitor, "en-US");
        await visitor.ArriveAsync("/lookup");
        await visitor.PressAsync("朗读本页");
        await visitor.SeesAsync("没有中文语音");
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Button, new() { Name = "朗读本页" })).ToBeVisibleAsync();

        await SpeakingAsync(visitor, "zh-CN");
        await visitor.ArriveAsync("/check/person");
        await visitor.PressAsync("朗读本页");
        await new Questionnaire(visitor).ChoosePlaceAsync("沈阳市", "和平区");
        await SaysAsync(visitor, "您现在是下面哪些情况");
        await visitor.GoAsync("/policies");
        await SaysAsync(visitor, "政策清单");
        await visitor.PressAsync("停止朗读");
        await visitor.GoAsync("/lookup");
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Button, new() { Name = "朗读本页" })).ToBeVisibleAsync();
    }

    private static Task SaysAsync(Visitor visitor, string beginning) =>
        Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-said", new Regex(Regex.Escape($"|{beginning}")));

    /// <summary>A browser with one voice that keeps what it was to say.</summary>
    private static Task SpeakingAsync(Visitor visitor, string language) => visitor.Page.AddInitScriptAsync($$"""
        speechSynthesis.getVoices = () => [{ lang: '{{language}}' }];
        speechSynthesis.speak = words => document.documentElement.dataset.said = `${document.documentElement.dataset.said ?? ''}|${words.text}`;
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        """);

    [Theory]
    [InlineData("/")]
    [InlineData("/check/person")]
    public async Task Nothing_moves_for_those_who_asked_for_calm(string address)
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(Screen.Phone));
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await visitor.ArriveAsync(address);
        var longest = await visitor.Page.EvaluateAsync<double>("""
            () => Math.max(...[...document.querySelectorAll('body *')].flatMap(e => {
                const { transitionDuration, animationDuration, animationName } = getComputedStyle(e);
                return [transitionDuration, animationName === 'none' ? '0s' : animationDuration].flatMap(text => text.split(',').map(parseFloat));
            }))
            """);
        Assert.True(longest <= 0.01, $"Something moves for {longest} s.");
    }
}

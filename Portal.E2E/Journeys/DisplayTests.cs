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
        var smallest = await visitor.Page.EvaluateAsync<double>(
            "Math.min(...[...document.querySelectorAll('main p, main li, main a, main label')].filter(e => e.innerText).map(e => parseFloat(getComputedStyle(e).fontSize)))");
        Assert.True(smallest >= 18, $"Some text is {smallest} px.");
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Button, new() { Name = "朗读本页" })).ToBeVisibleAsync();
    }

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

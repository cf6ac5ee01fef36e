using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

public sealed class PublicPagesTests(Browser browser)
{
    private static readonly string[] Addresses =
        ["/", "/policies", "/policies?who=sole-trader&city=210200", "/policies/hiring-grant", "/policies/clause-10",
            "/calculators", "/calculators/venue-subsidy", "/check", "/publications", "/lookup", "/login", "/register", "/not-there"];

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task Public_pages_show_without_scripts_and_without_faults(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(screen));
        foreach (var address in Addresses)
        {
            await visitor.GoAsync(address);
            await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            Assert.Equal(0, await visitor.Page.Locator("script[src]").CountAsync());
            Assert.Empty(await visitor.AxeFaultsAsync());
            await visitor.DoesNotScrollSidewaysAsync();
        }
    }

    [Fact]
    public async Task An_interactive_page_has_no_faults_either()
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(Screen.Phone));
        await visitor.GoAsync("/check/hiring-grant");
        await visitor.ChooseAsync("新招用人员类别", "高校毕业生");
        Assert.Empty(await visitor.AxeFaultsAsync());
        await visitor.DoesNotScrollSidewaysAsync();
    }
}

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

public sealed class PublicPagesTests(PortalServer portal)
{
    [Theory]
    [InlineData("/", Screen.Phone)]
    [InlineData("/", Screen.Desktop)]
    public async Task A_public_page_shows_without_scripts_and_without_faults(string address, Screen screen)
    {
        var page = await portal.VisitAsync(screen);
        await page.GotoAsync(address);

        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("script[src]").CountAsync());
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
    }
}

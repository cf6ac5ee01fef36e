using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>Installed on a phone, and out of reach of the network.</summary>
public sealed class OfflineTests(Browser browser)
{
    [Fact]
    public async Task Without_a_network_whoever_is_signed_in_sees_a_calm_page_and_nothing_of_a_person_is_kept()
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, Screen.Phone, "graduate");
        await graduate.ArriveAsync("/home");
        await graduate.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => null)");
        await graduate.ArriveAsync("/home");

        await graduate.Page.Context.SetOfflineAsync(true);
        await graduate.GoAsync("/messages");

        await graduate.SeesHeadingAsync("现在没有网络");
        Assert.Equal("/messages", new Uri(graduate.Page.Url).AbsolutePath);
        Assert.Equal(64, (await graduate.Page.GetByRole(AriaRole.Banner).BoundingBoxAsync())!.Height, tolerance: 2);
        var kept = await graduate.Page.EvaluateAsync<string[]>("""
            async () => (await Promise.all((await caches.keys()).map(async shelf => (await (await caches.open(shelf)).keys()).map(one => new URL(one.url).pathname)))).flat()
            """);
        Assert.All(kept, path => Assert.True(path == "/offline" || path.StartsWith("/theme/", StringComparison.Ordinal), path));

        await graduate.Page.Context.SetOfflineAsync(false);
        await graduate.FollowAsync("再试一次");
        await graduate.SeesHeadingAsync("消息");
    }

    [Fact]
    public async Task The_portal_can_be_installed()
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(Screen.Phone));
        await visitor.ArriveAsync("/");
        var devTools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);

        var manifest = await devTools.SendAsync("Page.getAppManifest");
        var obstacles = await devTools.SendAsync("Page.getInstallabilityErrors");

        Assert.Equal(0, manifest!.Value.GetProperty("errors").GetArrayLength());
        // The visitor's window keeps no history, which alone would forbid it.
        Assert.All(obstacles!.Value.GetProperty("installabilityErrors").EnumerateArray(), error => Assert.Equal("in-incognito", error.GetProperty("errorId").GetString()));
    }
}

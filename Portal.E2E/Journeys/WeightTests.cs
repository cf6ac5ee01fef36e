using System.Collections.Concurrent;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>What the first visit to a page takes over the line, headers and all. A debug build sends gzip; a release build's brotli is smaller.</summary>
public sealed class WeightTests(Browser browser)
{
    private const int PublicLimit = 60 * 1024;
    private const int ApplicationLimit = 150 * 1024;

    private static readonly string[] Public =
        ["/", "/policies", "/policies/hiring-grant", "/check", "/calculators", "/calculators/venue-subsidy", "/publications", "/lookup", "/login", "/register", "/display", "/offline"];

    private static readonly string[] Application = ["/check/person", "/check/firm", "/check/hiring-grant", "/apply/flexible-social-insurance"];

    [Fact]
    public async Task A_first_visit_is_light()
    {
        await using var portal = new PortalServer(browser);
        var heavy = new List<string>();
        foreach (var (addresses, limit) in ((string[], int)[])[(Public, PublicLimit), (Application, ApplicationLimit)])
        {
            foreach (var address in addresses)
            {
                var (bytes, parts) = await WeighAsync(portal, address);
                TestContext.Current.TestOutputHelper?.WriteLine($"{address} {bytes / 1024.0:0.0} KB");
                if (bytes > limit) heavy.Add($"{address} takes {bytes:#,0} bytes of {limit:#,0}: {parts}");
            }
        }

        Assert.True(heavy.Count == 0, string.Join(Environment.NewLine, heavy));
    }

    private static async Task<(long Bytes, string Parts)> WeighAsync(PortalServer portal, string address)
    {
        var visitor = address.StartsWith("/apply", StringComparison.Ordinal)
            ? await Visitor.SignedInAsync(portal, Screen.Phone, "graduate")
            : new Visitor(await portal.VisitAsync(Screen.Phone));
        var devTools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        var names = new ConcurrentDictionary<string, string>();
        var sizes = new ConcurrentDictionary<string, double>();
        devTools.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
            names[sent!.Value.GetProperty("requestId").GetString()!] = sent.Value.GetProperty("request").GetProperty("url").GetString()!;
        devTools.Event("Network.loadingFinished").OnEvent += (_, done) =>
            sizes[done!.Value.GetProperty("requestId").GetString()!] = done.Value.GetProperty("encodedDataLength").GetDouble();
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await visitor.ArriveAsync(address);
        await visitor.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        var parts = sizes.OrderByDescending(size => size.Value).Take(6).Select(size => $"{Path.GetFileName(names.GetValueOrDefault(size.Key, "?"))} {size.Value:0}");
        await visitor.Page.Context.CloseAsync();
        return ((long)sizes.Values.Sum(), string.Join(", ", parts));
    }
}

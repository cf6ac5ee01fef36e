using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>What the first visit to a page takes over the line, headers and all; files as a release build packs them.</summary>
public sealed class WeightTests(Browser browser)
{
    private const int PublicLimit = 60 * 1024;
    private const int ApplicationLimit = 150 * 1024;

    private static readonly string[] Public =
        ["/", "/policies", "/policies/hiring-grant", "/check", "/check/person", "/check/firm", "/calculators", "/calculators/venue-subsidy", "/publications", "/lookup", "/login", "/register", "/display", "/offline"];

    private static readonly string[] Application = ["/check/hiring-grant", "/apply/flexible-social-insurance"];

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
        // Signing in has filled the cache; a first visit finds it empty.
        var devTools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await devTools.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        var answers = new ConcurrentBag<IResponse>();
        visitor.Page.Response += (_, answer) => answers.Add(answer);
        await visitor.ArriveAsync(address);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var parts = new List<(string Name, int Bytes)>();
        foreach (var answer in answers) parts.Add((new Uri(answer.Url).AbsolutePath, await SizeAsync(answer)));
        await visitor.Page.Context.CloseAsync();
        return (parts.Sum(part => part.Bytes), string.Join(", ", parts.OrderByDescending(part => part.Bytes)));
    }

    private static async Task<int> SizeAsync(IResponse answer)
    {
        var sizes = await answer.Request.SizesAsync();
        return sizes.ResponseHeadersSize + (IsFile(answer) ? Brotli(await answer.BodyAsync()) : sizes.ResponseBodySize);
    }

    private static bool IsFile(IResponse answer) => Path.GetExtension(new Uri(answer.Url).AbsolutePath) is ".css" or ".js" or ".svg" or ".webmanifest";

    private static int Brotli(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var packer = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) packer.Write(body);
        return (int)packed.Length;
    }
}

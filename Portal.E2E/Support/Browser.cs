using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Portal.E2E.Support.Browser))]

namespace Portal.E2E.Support;

/// <summary>One Chromium for all journeys.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--lang=en-US",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> _visits = new();

    public async ValueTask InitializeAsync()
    {
        var chromium = Chromium.Provide();
        // A bound, not a wait: a busy machine may take this long to screen a roster, an idle one does not.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
    }

    /// <param name="scripts">False for a browser with scripts turned off.</param>
    public async Task<IPage> VisitAsync(string address, Screen screen, bool scripts = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address,
            Locale = "zh-CN",
            JavaScriptEnabled = scripts,
            ViewportSize = screen switch
            {
                Screen.SmallPhone => new() { Width = 320, Height = 640 },
                Screen.Phone => new() { Width = 390, Height = 844 },
                _ => new() { Width = 1440, Height = 900 },
            },
            IsMobile = screen != Screen.Desktop,
            HasTouch = screen != Screen.Desktop,
        });
        _visits.GetOrAdd(address, _ => []).Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>Closes every page of a portal that ends: left open, each would go on calling a server that is gone.</summary>
    public async Task LeaveAsync(string address)
    {
        if (_visits.TryRemove(address, out var contexts))
            foreach (var context in contexts) await context.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}

public enum Screen
{
    Desktop,
    Phone,

    /// <summary>The narrowest that pages must fit.</summary>
    SmallPhone,
}

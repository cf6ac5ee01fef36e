using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Portal.E2E.Support.Browser))]

namespace Portal.E2E.Support;

/// <summary>One Chromium for all journeys.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var chromium = Chromium.Provide();
        // A bound, not a wait: a busy machine may take this long to screen a roster, an idle one does not.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
    }

    public async Task<IPage> VisitAsync(string address, Screen screen)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address,
            Locale = "zh-CN",
            ViewportSize = screen == Screen.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            IsMobile = screen == Screen.Phone,
            HasTouch = screen == Screen.Phone,
        });
        return await context.NewPageAsync();
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
}

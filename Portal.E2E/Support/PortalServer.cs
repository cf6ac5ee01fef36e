using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Casework.Schedule;
using Portal.Tests.Support.Hosts;

namespace Portal.E2E.Support;

/// <summary>The portal on real Kestrel with a database and a clock of its own, so that no journey disturbs another.</summary>
public sealed class PortalServer : PortalHost
{
    private readonly Browser _browser;

    public PortalServer(Browser browser)
    {
        _browser = browser;
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public string Address { get; }

    /// <summary>What the scheduler does within the minute, here when the journey says so.</summary>
    public Task RoundAsync() => Services.GetRequiredService<RunDueTasks>().HandleAsync();

    /// <summary>A new visitor with cookies of their own.</summary>
    public Task<IPage> VisitAsync(Screen screen, bool scripts = true) => _browser.VisitAsync(Address, screen, scripts);

    public override async ValueTask DisposeAsync()
    {
        await _browser.LeaveAsync(Address);
        await base.DisposeAsync();
    }
}

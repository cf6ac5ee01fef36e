using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Portal.Schedule;

namespace Portal.E2E.Support;

/// <summary>The portal on real Kestrel with a database and a clock of its own, so that no journey disturbs another.</summary>
public sealed class PortalServer : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-e2e-").FullName;
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

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Portal", $"Data Source={Path.Combine(_folder, "portal.db")}");
        builder.UseSetting("Clock:Start", "2020-11-16");
        // A journey that is about rounds goes them for itself.
        builder.UseSetting("Schedule:Enabled", "false");
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !Directory.Exists(_folder)) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;

namespace Portal.Tests.Support;

/// <summary>The whole portal on a database of its own in a temporary folder, demo on, at 2020-11-16.</summary>
public sealed class PortalFactory : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
    private PortalFactory? _host;

    public IDbContextFactory<PortalDbContext> Databases => Services.GetRequiredService<IDbContextFactory<PortalDbContext>>();

    /// <summary>A second portal on the database of the first, as two servers share one; disposed before it.</summary>
    public PortalFactory Beside() => new() { _host = this };

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The actor a demo account is after signing in.</summary>
    public async Task<Actor> ActorAsync(string account)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<PortalUser>>();
        var claims = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.IUserClaimsPrincipalFactory<PortalUser>>();
        var user = await users.FindByNameAsync(account) ?? throw new InvalidOperationException($"No demo account {account}.");
        return Actor.From(await claims.CreateAsync(user))!;
    }

    public static string TestData(string name) => Path.Combine(AppContext.BaseDirectory, "TestData", name);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Portal", $"Data Source={Path.Combine((_host ?? this)._folder, "portal.db")}");
        // A test reads its runs itself; the background reader must not come looking in the middle.
        builder.UseSetting("Runs:LeaseSeconds", "600");
        builder.UseSetting("Clock:Start", "2020-11-16");
        builder.UseSetting("Api:RequestsPerMinute", "0");
        // A test that is about rounds goes them for itself.
        builder.UseSetting("Schedule:Enabled", "false");
        // A test that is about sending sends for itself.
        builder.UseSetting("Messages:PauseSeconds", "0");
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

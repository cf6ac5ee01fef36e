using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Tests.Support.Hosts;

/// <summary>The whole portal on a database of its own, demo on, at 2020-11-16; daily rounds wait until a test goes one.</summary>
public abstract class PortalHost : WebApplicationFactory<Program>
{
    private readonly bool _ownsFolder;

    protected PortalHost()
        : this(TestFolders.Create())
    {
        _ownsFolder = true;
        PreparedData.CopyTo(Folder);
    }

    /// <param name="folder">Of whoever hands it in: another host's, or one that is still empty.</param>
    protected PortalHost(string folder) => Folder = folder;

    protected string Folder { get; }

    private string ConnectionString => $"Data Source={Path.Combine(Folder, "portal.db")}";

    /// <summary>What every test portal is told.</summary>
    protected virtual Dictionary<string, string> Settings => new()
    {
        ["ConnectionStrings:Portal"] = ConnectionString,
        ["Clock:Start"] = "2020-11-16",
        ["Demo:Enabled"] = "true",
        ["Schedule:Enabled"] = "false",
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureLogging(Quiet);
        builder.ConfigureServices(HashCheaply);
    }

    protected static void Quiet(ILoggingBuilder logging) => logging.ClearProviders();

    // What makes guessing dear makes every sign-in of a test dear.
    protected static void HashCheaply(IServiceCollection services) => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        // Its own pool alone: other portals are at work beside it.
        using (var connection = new SqliteConnection(ConnectionString)) SqliteConnection.ClearPool(connection);
        if (_ownsFolder && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}

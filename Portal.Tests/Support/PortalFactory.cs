using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Tests.Support.Hosts;

namespace Portal.Tests.Support;

/// <summary>A portal whose pages and handlers a test asks in the same process. Nothing goes on in the background.</summary>
public sealed class PortalFactory : PortalHost
{
    private readonly Action<IServiceCollection>? _also;
    private WebApplication? _closed;
    private bool _isOpen;

    public PortalFactory()
    {
    }

    private PortalFactory(string folder)
        : base(folder)
    {
    }

    private PortalFactory(Action<IServiceCollection> also) => _also = also;

    /// <summary>One with services of a test's own beside, or in place of, the portal's.</summary>
    public static PortalFactory With(Action<IServiceCollection> also) => new(also);

    /// <summary>The open portal's once a page was asked for; until then those of one that never opened its doors, which is most of a start.</summary>
    public override IServiceProvider Services => _isOpen ? base.Services : (_closed ??= Prepare()).Services;

    public IDbContextFactory<PortalDbContext> Databases => Services.GetRequiredService<IDbContextFactory<PortalDbContext>>();

    /// <summary>A second portal on the database of the first, as two servers share one; disposed before it.</summary>
    public PortalFactory Beside() => new(Folder);

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

    protected override Dictionary<string, string> Settings => new(base.Settings)
    {
        // A test reads its runs itself; the background reader must not come looking in the middle.
        ["Runs:LeaseSeconds"] = "600",
        ["Api:RequestsPerMinute"] = "0",
        // A test that is about sending sends for itself.
        ["Messages:PauseSeconds"] = "0",
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (_also is not null) builder.ConfigureServices(_also);
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        _isOpen = true;
        return host;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) (_closed as IDisposable)?.Dispose();
        base.Dispose(disposing);
    }

    private WebApplication Prepare()
    {
        var builder = Program.Compose(["--applicationName=Portal", "--environment=Production", .. Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        Quiet(builder.Logging);
        HashCheaply(builder.Services);
        _also?.Invoke(builder.Services);
        var portal = builder.Build();
        portal.Services.PrepareAsync().GetAwaiter().GetResult();
        return portal;
    }
}

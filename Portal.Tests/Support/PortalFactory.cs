using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Identity;
using Portal.Tests.Support.Hosts;

namespace Portal.Tests.Support;

/// <summary>A portal whose pages and handlers a test asks in the same process. Nothing goes on in the background.</summary>
public sealed class PortalFactory : PortalHost
{
    public PortalFactory()
    {
    }

    private PortalFactory(string folder)
        : base(folder)
    {
    }

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

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // A test reads its runs itself; the background reader must not come looking in the middle.
        builder.UseSetting("Runs:LeaseSeconds", "600");
        builder.UseSetting("Api:RequestsPerMinute", "0");
        // A test that is about sending sends for itself.
        builder.UseSetting("Messages:PauseSeconds", "0");
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Accounts;

namespace Portal.Features.Platform.Demo;

/// <summary>The accounts of the demo, whose password everybody knows, outside the demo.</summary>
public static class KnownPasswords
{
    /// <exception cref="StartRefusedException">The demo is off, and somebody could still sign in with its password.</exception>
    public static async Task RefuseKnownPasswordsAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        if (services.GetRequiredService<DemoOptions>().IsEnabled) return;
        await using var scope = services.CreateAsyncScope();
        var open = await FindAsync(scope.ServiceProvider, cancellation);
        if (open.Count > 0)
            throw new StartRefusedException($"Demo accounts can still sign in with the password everybody knows: {string.Join(", ", open.Select(user => user.UserName))}. Shut them out with: dotnet run --project Portal -- demo remove");
    }

    /// <summary>Shuts the demo accounts out for good. What they did stays.</summary>
    /// <returns>How many could still sign in.</returns>
    public static async Task<int> RemoveAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var open = await FindAsync(scope.ServiceProvider, cancellation);
        foreach (var user in open)
            (user.PasswordHash, user.LockoutEnabled, user.LockoutEnd, user.SecurityStamp) = (null, true, PortalUser.Suspended, Guid.NewGuid().ToString("N"));
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync(cancellation);
        return open.Count;
    }

    private static async Task<List<PortalUser>> FindAsync(IServiceProvider services, CancellationToken cancellation)
    {
        string[] names = [.. DemoAccounts.All.Select(account => account.Account)];
        var named = await services.GetRequiredService<PortalDbContext>().Users
            .Where(user => names.Contains(user.UserName!) && user.PasswordHash != null && user.LockoutEnd != PortalUser.Suspended).ToListAsync(cancellation);
        var hasher = services.GetRequiredService<IPasswordHasher<PortalUser>>();
        return [.. named.Where(user => hasher.VerifyHashedPassword(user, user.PasswordHash!, DemoAccounts.Password) != PasswordVerificationResult.Failed)];
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Protection;
using Portal.Domain.Values;
using Portal.Identity;

namespace Portal.Features.Citizen.Accounts;

public abstract record SignInAnswer
{
    /// <param name="Landing">The page the person's work begins at.</param>
    public sealed record Welcome(string Landing) : SignInAnswer;

    /// <summary>No such account, not its password, or shut out: never told apart, or accounts could be found by trying.</summary>
    public sealed record Wrong : SignInAnswer;

    /// <summary>Too many tries, at an account or from an address, whether there is such an account or not.</summary>
    public sealed record Wait(TimeSpan For) : SignInAnswer;
}

/// <summary>Signs a person in by mobile number, or staff by account name.</summary>
public sealed class SignIn(
    UserManager<PortalUser> users, SignInManager<PortalUser> session, IPasswordHasher<PortalUser> hasher, FieldVault vault, SignInLimits limits, KnownDevices devices)
{
    private static readonly PortalUser Nobody = new() { FullName = "" };

    public async Task<SignInAnswer> HandleAsync(HttpContext context, string account, string password, CancellationToken cancellation = default)
    {
        var (key, user) = await FindAsync(account, cancellation);
        var device = user is null ? null : devices.Find(context, user.Id);
        if (limits.Try(context, key, device) is { Ticks: > 0 } wait) return new SignInAnswer.Wait(wait);
        if (!await IsRightAsync(user, password) || await users.IsLockedOutAsync(user!)) return new SignInAnswer.Wrong();
        limits.WasRight(context, key, device);
        await session.SignInAsync(user!, isPersistent: false);
        devices.Remember(context, user!.Id, device);
        return new SignInAnswer.Welcome(await LandingOfAsync(user));
    }

    // Takes as long for an account that is not there, or has no password yet.
    private async Task<bool> IsRightAsync(PortalUser? user, string password)
    {
        if (user?.PasswordHash is not null) return await users.CheckPasswordAsync(user, password);
        hasher.HashPassword(Nobody, password);
        return false;
    }

    private async Task<(string Key, PortalUser? User)> FindAsync(string account, CancellationToken cancellation)
    {
        var name = PlainText.Compact(account);
        if (!MobileNumber.TryParse(account, out var mobile)) return (users.NormalizeName(name) ?? "", await users.FindByNameAsync(name));
        var index = vault.Index(SealPurpose.Mobile, mobile.Value);
        return (index, await users.Users.SingleOrDefaultAsync(user => user.Mobile!.Index == index, cancellation));
    }

    private async Task<string> LandingOfAsync(PortalUser user)
    {
        if (user.StaffRegion is null) return "/home";
        return await users.GetRolesAsync(user) is [Roles.Administrator] ? "/admin" : "/desk";
    }
}

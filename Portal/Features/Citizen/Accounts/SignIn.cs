using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Protection;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.Accounts;

public abstract record SignInAnswer
{
    /// <param name="Landing">The page the person's work begins at.</param>
    public sealed record Welcome(string Landing) : SignInAnswer;

    /// <summary>No such account or not its password: never told apart, or accounts could be found by trying.</summary>
    public sealed record Wrong : SignInAnswer;

    public sealed record LockedOut : SignInAnswer;

    /// <summary>Shut out by an administrator: waiting does not help.</summary>
    public sealed record Suspended : SignInAnswer;
}

/// <summary>Signs a person in by mobile number, or staff by account name.</summary>
public sealed class SignIn(UserManager<PortalUser> users, SignInManager<PortalUser> session, FieldVault vault)
{
    public async Task<SignInAnswer> HandleAsync(string account, string password, CancellationToken cancellation = default)
    {
        if (await FindAsync(account, cancellation) is not { } user) return new SignInAnswer.Wrong();
        var result = await session.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? new SignInAnswer.Welcome(await LandingOfAsync(user))
            : result.IsLockedOut && user.IsSuspended ? new SignInAnswer.Suspended()
            : result.IsLockedOut ? new SignInAnswer.LockedOut()
            : new SignInAnswer.Wrong();
    }

    private async Task<PortalUser?> FindAsync(string account, CancellationToken cancellation)
    {
        if (!MobileNumber.TryParse(account, out var mobile)) return await users.FindByNameAsync(PlainText.Compact(account));
        var index = vault.Index(SealPurpose.Mobile, mobile.Value);
        return await users.Users.SingleOrDefaultAsync(user => user.Mobile!.Index == index, cancellation);
    }

    private async Task<string> LandingOfAsync(PortalUser user)
    {
        if (user.StaffRegion is null) return "/home";
        return await users.GetRolesAsync(user) is [Roles.Administrator] ? "/admin" : "/desk";
    }
}

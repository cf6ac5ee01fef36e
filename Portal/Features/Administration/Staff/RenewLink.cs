using Microsoft.AspNetCore.Identity;
using Portal.Access;
using Portal.Data.Accounts;

namespace Portal.Features.Administration.Staff;

/// <summary>Another link for an account whose holder has not set a password yet; the earlier one no longer counts.</summary>
public sealed class RenewLink(UserManager<PortalUser> users)
{
    /// <returns>The link; null where there is no such account within the actor's place, or its password is set.</returns>
    public async Task<string?> HandleAsync(Actor actor, Guid userId)
    {
        if (await users.FindByIdAsync(userId.ToString()) is not { StaffRegion: { } place, PasswordHash: null, IsSuspended: false } user || !actor.MayAs(Roles.Administrator, place)) return null;
        await users.UpdateSecurityStampAsync(user);
        return ActivateAccount.LinkFor(user, await users.GeneratePasswordResetTokenAsync(user));
    }
}

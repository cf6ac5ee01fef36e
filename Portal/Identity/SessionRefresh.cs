using Microsoft.AspNetCore.Identity;
using Portal.Access;
using Portal.Data.Accounts;

namespace Portal.Identity;

/// <summary>Renews the cookie of the person at the screen after their own roles changed, so that the next page knows.</summary>
public sealed class SessionRefresh(UserManager<PortalUser> users, SignInManager<PortalUser> session)
{
    public async Task RefreshAsync(Actor actor)
    {
        if (await users.FindByIdAsync(actor.UserId.ToString()) is { } user) await session.RefreshSignInAsync(user);
    }
}

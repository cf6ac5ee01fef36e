using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Data.Accounts;

namespace Portal.Identity;

/// <summary>Puts the name and the place of a person into the sign-in cookie, where <see cref="Actor"/> finds them.</summary>
internal sealed class ActorClaimsFactory(UserManager<PortalUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<PortalUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Actor.NameClaim, user.FullName));
        if (user.StaffRegion is { } place) identity.AddClaim(new Claim(Actor.PlaceClaim, place));
        return identity;
    }
}

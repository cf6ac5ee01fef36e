using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Portal.Data.Accounts;

namespace Portal.Identity;

/// <summary>Signs open circuits out once their account was locked, deleted or changed in what it may do.</summary>
/// <remarks>A circuit sends no request whose cookie could be checked, so it is asked about by the minute.</remarks>
internal sealed class CircuitSessions(ILoggerFactory loggers, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => AccessFeature.StaleAfter;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        // A scope of its own: the circuit's context would answer from what it read long ago.
        await using var scope = scopes.CreateAsyncScope();
        return await IsStillGoodAsync(scope.ServiceProvider.GetRequiredService<SignInManager<PortalUser>>(), authenticationState);
    }

    internal static async Task<bool> IsStillGoodAsync(SignInManager<PortalUser> session, AuthenticationState state) =>
        await session.ValidateSecurityStampAsync(state.User) is { } user && !await session.UserManager.IsLockedOutAsync(user);
}

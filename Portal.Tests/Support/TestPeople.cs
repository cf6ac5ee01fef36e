using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Features.Demo;

namespace Portal.Tests.Support;

public static class TestPeople
{
    /// <summary>A new person of the portal, an applicant unless roles are given; the password is the demo's.</summary>
    public static async Task<Actor> AddPersonAsync(this PortalFactory portal, string name, string? place = null, params string[] roles)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = new PortalUser { UserName = "t" + Guid.NewGuid().ToString("N"), FullName = name, StaffRegion = place };
        Assert.True((await users.CreateAsync(user, DemoAccounts.Password)).Succeeded);
        Assert.True((await users.AddToRolesAsync(user, roles.Length == 0 ? [Roles.Applicant] : roles)).Succeeded);
        return await portal.ActorAsync(user.UserName);
    }
}

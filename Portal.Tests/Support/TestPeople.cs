using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Protection;
using Portal.Domain.Values;
using Portal.Features.Platform.Demo;

namespace Portal.Tests.Support;

public static class TestPeople
{
    private static int _serial;

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

    /// <summary>A new person who may apply: with a resident ID that nobody else has.</summary>
    public static async Task<Actor> AddApplicantAsync(this PortalFactory portal, string name)
    {
        var person = await portal.AddPersonAsync(name);
        await using var db = await portal.Databases.CreateDbContextAsync();
        var start = $"2101021998{Interlocked.Increment(ref _serial) % 12 + 1:00}15{_serial:000}";
        var id = "0123456789X".Select(check => ResidentId.TryParse(start + check, new DateOnly(2020, 11, 16), out var read) == IdentifierFault.None ? read : (ResidentId?)null)
            .First(read => read is not null)!.Value;
        (await db.Users.SingleAsync(user => user.Id == person.UserId)).ResidentId = portal.Get<FieldVault>().Seal(id);
        await db.SaveChangesAsync();
        return person;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;

namespace Portal.Features.Administration.Staff;

/// <param name="IsActivated">Whether its holder has set a password.</param>
/// <param name="IsSuspended">Shut out (停用) until an administrator restores the account.</param>
public sealed record StaffAccount(Guid Id, string Account, string Name, string Place, bool IsSuspended, bool IsActivated, IReadOnlyList<string> Roles);

/// <summary>The staff accounts within an administrator's place; nothing for anybody else.</summary>
public sealed class ListStaff(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<IReadOnlyList<StaffAccount>> HandleAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (!actor.Is(Roles.Administrator)) return [];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var staff = await db.Users.AsNoTracking().Where(user => user.StaffRegion != null)
            .OrderBy(user => user.StaffRegion).ThenBy(user => user.UserName)
            .Select(user => new StaffAccount(user.Id, user.UserName!, user.FullName, user.StaffRegion!, user.LockoutEnd == PortalUser.Suspended, user.PasswordHash != null,
                db.UserRoles.Where(held => held.UserId == user.Id).Join(db.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name!).ToList()))
            .ToListAsync(cancellation);
        return [.. staff.Where(account => actor.Sees(account.Place))];
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Accounts;

namespace Portal.Features.Citizen.Firms;

/// <summary>Lets people into a firm and out of it, in the caller's unit of work.</summary>
internal static class Membership
{
    /// <summary>Makes a person a member; the first becomes the firm's administrator. Does nothing for a member.</summary>
    /// <param name="firm">With its members loaded.</param>
    public static async Task AdmitAsync(this PortalDbContext db, Firm firm, Guid userId, BusinessClock clock, CancellationToken cancellation)
    {
        if (firm.Members.Any(member => member.UserId == userId)) return;
        firm.Members.Add(new FirmMembership { UserId = userId, IsAdministrator = !firm.Members.Any(member => member.IsAdministrator), Since = clock.Now });
        db.Touch(firm);
        var role = await db.MemberRoleAsync(cancellation);
        if (!await db.UserRoles.AnyAsync(held => held.UserId == userId && held.RoleId == role, cancellation))
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = userId, RoleId = role });
    }

    /// <summary>Takes a member out; whoever acts for no firm any more loses the role, and with it every open session.</summary>
    public static async Task DismissAsync(this PortalDbContext db, Firm firm, FirmMembership membership, CancellationToken cancellation)
    {
        firm.Members.Remove(membership);
        db.Touch(firm);
        if (await db.FirmMemberships.AnyAsync(other => other.UserId == membership.UserId && other.FirmId != firm.Id, cancellation)) return;
        var role = await db.MemberRoleAsync(cancellation);
        db.UserRoles.RemoveRange(await db.UserRoles.Where(held => held.UserId == membership.UserId && held.RoleId == role).ToListAsync(cancellation));
        var user = await db.Users.SingleAsync(user => user.Id == membership.UserId, cancellation);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>Renews the firm's version, so that of two changes to its members made at once the second is told.</summary>
    public static void Touch(this PortalDbContext db, Firm firm)
    {
        if (db.Entry(firm).State == EntityState.Unchanged) db.Entry(firm).Property(f => f.Version).IsModified = true;
    }

    private static Task<Guid> MemberRoleAsync(this PortalDbContext db, CancellationToken cancellation) =>
        db.Roles.Where(role => role.Name == Roles.Member).Select(role => role.Id).SingleAsync(cancellation);
}

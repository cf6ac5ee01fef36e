using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Access;

namespace Portal.Data.Seed;

/// <summary>Adds the roles that are missing, in the demo and elsewhere: registering gives a role, so it must be there.</summary>
public static class RoleSeed
{
    public static async Task FillAsync(PortalDbContext db, CancellationToken cancellation = default)
    {
        var there = await db.Roles.Select(role => role.Name).ToListAsync(cancellation);
        db.Roles.AddRange(Roles.All.Except(there).Select(name => new IdentityRole<Guid>(name!)
        {
            Id = Guid.CreateVersion7(),
            NormalizedName = name!.ToUpperInvariant(),
            ConcurrencyStamp = Guid.NewGuid().ToString(),
        }));
        await db.SaveChangesAsync(cancellation);
    }
}

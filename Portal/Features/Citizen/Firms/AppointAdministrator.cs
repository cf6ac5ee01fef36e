using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;

namespace Portal.Features.Citizen.Firms;

/// <summary>Makes a colleague an administrator of the firm too, so that the first one can leave.</summary>
public sealed class AppointAdministrator(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<MemberChange> HandleAsync(Actor actor, Guid firmId, Guid userId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var firm = await db.Firms.Include(firm => firm.Members).SingleOrDefaultAsync(firm => firm.Id == firmId, cancellation);
        var colleague = firm?.Members.SingleOrDefault(member => member.UserId == userId);
        if (colleague is null || !firm!.Members.Any(member => member.UserId == actor.UserId && member.IsAdministrator)) return MemberChange.NotFound;
        colleague.IsAdministrator = true;
        db.Touch(firm);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return MemberChange.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return MemberChange.Stale;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;

namespace Portal.Features.Citizen.Firms;

public enum MemberChange
{
    Done,
    NotFound,

    /// <summary>A firm without an administrator could never invite anybody again.</summary>
    LastAdministrator,

    /// <summary>The members were changed meanwhile; look again.</summary>
    Stale,
}

/// <summary>Takes a colleague out of a firm, or oneself.</summary>
public sealed class RemoveColleague(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<MemberChange> HandleAsync(Actor actor, Guid firmId, Guid userId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var firm = await db.Firms.Include(firm => firm.Members).SingleOrDefaultAsync(firm => firm.Id == firmId, cancellation);
        var self = firm?.Members.SingleOrDefault(member => member.UserId == actor.UserId);
        var colleague = firm?.Members.SingleOrDefault(member => member.UserId == userId);
        if (self is null || colleague is null || self != colleague && !self.IsAdministrator) return MemberChange.NotFound;
        if (colleague.IsAdministrator && firm!.Members.Count(member => member.IsAdministrator) == 1) return MemberChange.LastAdministrator;
        await db.DismissAsync(firm!, colleague, cancellation);
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

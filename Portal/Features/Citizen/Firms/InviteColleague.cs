using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Domain.Deadlines;

namespace Portal.Features.Citizen.Firms;

/// <param name="Code">Shown once and kept nowhere.</param>
public sealed record Invitation(string Code, DateOnly ValidUntil);

/// <summary>Makes a code by which one colleague can join the firm.</summary>
public sealed class InviteColleague(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    /// <returns>Null when the actor does not manage the firm.</returns>
    public async Task<Invitation?> HandleAsync(Actor actor, Guid firmId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.FirmMemberships.AnyAsync(member => member.FirmId == firmId && member.UserId == actor.UserId && member.IsAdministrator, cancellation)) return null;
        var invitation = new Invitation(InvitationCode.Make(), InvitationTerm.LastDay(clock.Today));
        db.Add(new FirmInvitation
        {
            FirmId = firmId,
            CodeHash = InvitationCode.Hash(invitation.Code),
            InvitedById = actor.UserId,
            ValidUntil = invitation.ValidUntil,
        });
        await db.SaveChangesAsync(cancellation);
        return invitation;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Accounts;

namespace Portal.Features.Citizen.Firms;

public abstract record JoinAnswer
{
    public sealed record Joined(Guid FirmId) : JoinAnswer;

    /// <summary>The code stays good for the colleague it was meant for.</summary>
    public sealed record AlreadyMember(Guid FirmId) : JoinAnswer;

    public sealed record Unknown : JoinAnswer;

    public sealed record Used : JoinAnswer;

    public sealed record Expired : JoinAnswer;

    public sealed record NotForStaff : JoinAnswer;

    /// <summary>The members were changed meanwhile; trying again helps, the code is still good.</summary>
    public sealed record Stale : JoinAnswer;
}

/// <summary>Makes a person a member of the firm whose code they were given.</summary>
public sealed class JoinFirm(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public async Task<JoinAnswer> HandleAsync(Actor actor, string? code, CancellationToken cancellation = default)
    {
        if (actor.IsStaff) return new JoinAnswer.NotForStaff();
        var hash = InvitationCode.Hash(code);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var invitation = await db.FirmInvitations.AsNoTracking().SingleOrDefaultAsync(invitation => invitation.CodeHash == hash, cancellation);
        if (invitation is null) return new JoinAnswer.Unknown();
        var firm = await db.Firms.Include(firm => firm.Members).SingleAsync(firm => firm.Id == invitation.FirmId, cancellation);
        if (firm.Members.Any(member => member.UserId == actor.UserId)) return new JoinAnswer.AlreadyMember(firm.Id);
        if (invitation.UsedById is not null) return new JoinAnswer.Used();
        if (clock.Today > invitation.ValidUntil) return new JoinAnswer.Expired();
        if (!await TryUseAsync(db, invitation, actor, cancellation)) return new JoinAnswer.Used();
        await db.AdmitAsync(firm, actor.UserId, clock, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new JoinAnswer.Joined(firm.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new JoinAnswer.Stale();
        }
    }

    // Taken in one statement: of two people with the same code only one is let in.
    private async Task<bool> TryUseAsync(PortalDbContext db, FirmInvitation invitation, Actor actor, CancellationToken cancellation) =>
        await db.FirmInvitations.Where(i => i.Id == invitation.Id && i.UsedById == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedById, actor.UserId).SetProperty(i => i.UsedAt, clock.Now), cancellation) == 1;
}

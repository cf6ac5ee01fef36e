using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Citizen.Firms;

public enum ClaimDecision
{
    Decided,
    NotFound,
    AlreadyDecided,

    /// <summary>A refusal needs words the claimant can act on.</summary>
    ReasonMissing,

    /// <summary>Somebody changed the firm or the claim meanwhile; look again.</summary>
    Stale,
}

/// <summary>Approves or refuses a person's request to act for a firm.</summary>
public sealed class DecideFirmClaim(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public const int ReasonLength = 500;

    public async Task<ClaimDecision> HandleAsync(Actor actor, Guid claimId, bool approve, string? reason, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var claim = await db.FirmClaims.SingleOrDefaultAsync(claim => claim.Id == claimId, cancellation);
        if (claim is null || Recusal.IsParty(actor.UserId, [claim.UserId]) || !actor.MayAs(Roles.Reviewer, claim.RegionCode)) return ClaimDecision.NotFound;
        if (claim.State != FirmClaimState.Pending) return ClaimDecision.AlreadyDecided;
        var words = reason?.Trim() ?? "";
        if (!approve && words.Length == 0 || words.Length > ReasonLength) return ClaimDecision.ReasonMissing;

        claim.State = approve ? FirmClaimState.Approved : FirmClaimState.Refused;
        (claim.DecidedById, claim.DecidedAt, claim.Reason) = (actor.UserId, clock.Now, words.Length == 0 ? null : words);
        if (approve && !await TryAdmitAsync(db, actor, claim, cancellation)) return ClaimDecision.Stale;
        await db.CloseWorkAsync(clock, WorkKind.ApproveFirmClaim, claim.Id.ToString(), actor, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return ClaimDecision.Decided;
        }
        catch (DbUpdateException exception) when (exception.IsCollision())
        {
            return ClaimDecision.Stale;
        }
    }

    private async Task<bool> TryAdmitAsync(PortalDbContext db, Actor actor, FirmClaim claim, CancellationToken cancellation)
    {
        var firm = await db.Firms.Include(firm => firm.Members).SingleOrDefaultAsync(firm => firm.CreditCode == claim.CreditCode, cancellation);
        // Made known from another place since it was claimed: that place's staff decide about it.
        if (firm is not null && !actor.Sees(firm.RegionCode)) return false;
        if (firm is null) db.Add(firm = new Firm { CreditCode = claim.CreditCode, Name = claim.FirmName, RegionCode = claim.RegionCode });
        await db.AdmitAsync(firm, claim.UserId, clock, cancellation);
        return true;
    }
}

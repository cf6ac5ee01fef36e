using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Privacy;

namespace Portal.Features.Citizen.Firms;

/// <param name="KnownFirmName">The firm's name in the portal, when it is known already.</param>
public sealed record FirmClaimView(FirmClaim Claim, string ClaimantName, string? ClaimantId, string LetterName, string? KnownFirmName, int Administrators, string? DecidedBy);

/// <summary>A claim as the reviewer of its place sees it.</summary>
public sealed class FindFirmClaim(IDbContextFactory<PortalDbContext> databases, AccessLog access)
{
    public async Task<FirmClaimView?> HandleAsync(Actor actor, Guid claimId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var claim = await db.FirmClaims.AsNoTracking().Include(claim => claim.User).SingleOrDefaultAsync(claim => claim.Id == claimId, cancellation);
        if (claim is null || !actor.MayAs(Roles.Reviewer, claim.RegionCode)) return null;
        await access.LookedAsync(db, actor, new AccessedRecord(claim.RegionCode, claim.UserId), AccessKind.FirmClaim, $"核对了认领“{claim.FirmName}”的申请", cancellation);
        var letter = await db.Attachments.Where(letter => letter.Id == claim.LetterId).Select(letter => letter.FileName).SingleAsync(cancellation);
        var firm = await db.Firms.AsNoTracking().Include(firm => firm.Members).SingleOrDefaultAsync(firm => firm.CreditCode == claim.CreditCode, cancellation);
        var decidedBy = await db.Users.Where(user => user.Id == claim.DecidedById).Select(user => user.FullName).SingleOrDefaultAsync(cancellation);
        return new FirmClaimView(claim, claim.User.FullName, claim.User.ResidentId?.Masked, letter, firm?.Name, firm?.Members.Count(member => member.IsAdministrator) ?? 0, decidedBy);
    }
}

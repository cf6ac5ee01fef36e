using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;

namespace Portal.Features.Citizen.Firms;

public sealed record MyFirm(Guid Id, string Name, string CreditCode, string RegionCode, bool IsAdministrator);

/// <param name="HasAdministrator">Then an invitation from that person is the quicker way.</param>
public sealed record MyClaim(Guid Id, string FirmName, string CreditCode, FirmClaimState State, DateTimeOffset ClaimedAt, string? Reason, Guid LetterId, bool HasAdministrator);

public sealed record MyFirms(IReadOnlyList<MyFirm> Firms, IReadOnlyList<MyClaim> Claims);

/// <summary>The firms a person acts for and has asked to act for.</summary>
public sealed class ListMyFirms(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<MyFirms> HandleAsync(Actor actor, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var firms = await db.FirmMemberships.Where(member => member.UserId == actor.UserId)
            .OrderBy(member => member.Firm.Name)
            .Select(member => new MyFirm(member.FirmId, member.Firm.Name, member.Firm.CreditCode, member.Firm.RegionCode, member.IsAdministrator))
            .ToListAsync(cancellation);
        var claims = await db.FirmClaims.Where(claim => claim.UserId == actor.UserId)
            .OrderByDescending(claim => claim.ClaimedAt)
            .Select(claim => new MyClaim(claim.Id, claim.FirmName, claim.CreditCode, claim.State, claim.ClaimedAt, claim.Reason, claim.LetterId,
                db.FirmMemberships.Any(member => member.Firm.CreditCode == claim.CreditCode && member.IsAdministrator)))
            .ToListAsync(cancellation);
        return new MyFirms(firms, claims);
    }
}

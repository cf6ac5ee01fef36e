using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Casework.Cases;

/// <summary>Claims that a refused or withdrawn case no longer holds: others may hold the same, and nobody counts them.</summary>
public static class ReleasedClaims
{
    public static async Task GiveUpClaimsAsync(this PortalDbContext db, Case record, DateOnly today, CancellationToken cancellation)
    {
        foreach (var claim in await db.BenefitClaims.Where(claim => claim.CaseId == record.Id).ToListAsync(cancellation)) claim.GivenUpOn = today;
    }

    /// <summary>Takes them up again in the caller's unit of work, unless something stands against it by now.</summary>
    /// <param name="mayName">Whether another case may be named to whoever asks.</param>
    /// <returns>What stands against it; nothing was changed then.</returns>
    public static async Task<IReadOnlyList<DoubleBenefit>> TakeUpClaimsAsync(
        this PortalDbContext db, Case record, Func<HeldCase, bool> mayName, CancellationToken cancellation)
    {
        var claims = await db.BenefitClaims.IgnoreQueryFilters().Where(claim => claim.CaseId == record.Id && claim.GivenUpOn != null).ToListAsync(cancellation);
        var wanted = claims.Select(claim => new ClaimedBenefit(claim.MeasureCode, claim.Subject, ClaimSpan.Read(claim.Period, record.AsOf), record.No));
        var found = await db.DoubleBenefitsAsync([.. wanted], cancellation, mayName);
        if (found.Count > 0) return found;
        foreach (var claim in claims) claim.GivenUpOn = null;
        return [];
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Domain.Cases;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>How many months of a measure a person was granted through the portal.</summary>
internal static class EarlierMonths
{
    public static Task<int> CountAsync(PortalDbContext db, string measureCode, SealedText residentId, CancellationToken cancellation) =>
        db.BenefitClaims.CountAsync(claim =>
            claim.MeasureCode == measureCode && claim.Subject == residentId.Index
            && db.Cases.Any(record => record.Id == claim.CaseId && (record.State == CaseState.Approved || record.State == CaseState.Settled)),
            cancellation);
}

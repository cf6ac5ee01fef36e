using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Measures;

namespace Portal.Features.Apply;

/// <summary>How many months of the flexible workers' subsidy a person was granted through the portal.</summary>
internal static class EarlierMonths
{
    public static Task<int> CountAsync(PortalDbContext db, SealedText residentId, CancellationToken cancellation) =>
        db.BenefitClaims.CountAsync(claim =>
            claim.MeasureCode == FlexibleSocialInsurance.MeasureCode && claim.Subject == residentId.Index
            && db.Cases.Any(record => record.Id == claim.CaseId && (record.State == CaseState.Approved || record.State == CaseState.Settled)),
            cancellation);
}

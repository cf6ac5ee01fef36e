using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Casework.Cases;

/// <summary>Whose a case is that holds a claim.</summary>
public sealed record HeldCase(string No, Guid? ApplicantId, Guid? FirmId);

/// <summary>Compares requested claims with those of all cases, of whatever measure (R12).</summary>
public static class HeldBenefits
{
    /// <param name="wanted">Of one measure.</param>
    /// <param name="mayName">Whether a case may be named to whoever asks; null names them all.</param>
    public static async Task<IReadOnlyList<DoubleBenefit>> DoubleBenefitsAsync(
        this PortalDbContext db, IReadOnlyList<ClaimedBenefit> wanted, CancellationToken cancellation, Func<HeldCase, bool>? mayName = null)
    {
        if (wanted.Count == 0) return [];
        // By measure and subject, as the index goes: a subject alone would be looked for in every claim there is.
        var measures = DoubleBenefits.MeasuresAgainst(wanted[0].Measure);
        var subjects = wanted.Select(claim => claim.Subject).Distinct().ToArray();
        var held = await (
            from claim in db.BenefitClaims.AsNoTracking()
            where measures.Contains(claim.MeasureCode) && subjects.Contains(claim.Subject)
            join record in db.Cases on claim.CaseId equals record.Id
            select new { claim.MeasureCode, claim.Subject, claim.Period, record.AsOf, Case = new HeldCase(record.No, record.ApplicantId, record.FirmId) })
            .ToListAsync(cancellation);
        var own = wanted[0].CaseNo;
        return DoubleBenefits.Find(wanted, held.Where(claim => claim.Case.No != own).Select(claim => new ClaimedBenefit(
            claim.MeasureCode, claim.Subject, ClaimSpan.Read(claim.Period, claim.AsOf), mayName?.Invoke(claim.Case) == false ? null : claim.Case.No)));
    }

    /// <summary>What would be paid twice if a case were granted as it stands.</summary>
    /// <param name="record">With its claims.</param>
    public static Task<IReadOnlyList<DoubleBenefit>> DoubleBenefitsAsync(this PortalDbContext db, Case record, CancellationToken cancellation) =>
        db.DoubleBenefitsAsync(
            [.. record.Claims.Select(claim => new ClaimedBenefit(claim.MeasureCode, claim.Subject, ClaimSpan.Read(claim.Period, record.AsOf), record.No))],
            cancellation);
}

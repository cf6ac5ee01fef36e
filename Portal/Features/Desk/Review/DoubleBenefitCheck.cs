using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;

namespace Portal.Features.Desk.Review;

/// <param name="Href">Where the other case stands; null for one of a place the actor does not see.</param>
public sealed record CaseConflict(string Reason, string? CaseNo, string? Href);

/// <summary>Looks once more, before a case is granted, whether the same would be paid twice (R12).</summary>
/// <remarks>Since it was submitted another case of the same person or firm may have come in or been granted.</remarks>
public sealed class DoubleBenefitCheck(MeasureCatalog catalog)
{
    /// <returns>Why the case may not be granted now; null when nothing stands against it.</returns>
    public async Task<StepResult?> RefuseAsync(PortalDbContext db, Case record, CancellationToken cancellation)
    {
        await db.Entry(record).Collection(c => c.Claims).LoadAsync(cancellation);
        var reasons = DoubleBenefits.Explain(await db.DoubleBenefitsAsync(record, cancellation), catalog.NameOf);
        return reasons.Count == 0 ? null
            : new StepResult.Refused($"会重复享受，现在不能同意：{string.Join("", reasons.Select(reason => reason.Text))}请先和申请人核实，再请申请人补正、退回或者不予支持。");
    }

    /// <param name="record">With its claims.</param>
    public async Task<IReadOnlyList<CaseConflict>> ListAsync(PortalDbContext db, Actor actor, Case record, CancellationToken cancellation)
    {
        var reasons = DoubleBenefits.Explain(await db.DoubleBenefitsAsync(record, cancellation), catalog.NameOf);
        var numbers = reasons.Select(reason => reason.CaseNo).ToArray();
        var seen = await db.Cases.Within(actor).Where(other => numbers.Contains(other.No)).Select(other => other.No).ToListAsync(cancellation);
        return [.. reasons.Select(reason => new CaseConflict(reason.Text, reason.CaseNo, seen.Contains(reason.CaseNo ?? "") ? $"/desk/cases/{reason.CaseNo}" : null))];
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Casework.Decisions;

/// <summary>Assesses a granted case again by the rule, the values and the day it was granted by, with what has come out since.</summary>
public sealed class Reassessment(RulebookSource rulebooks, MeasureCatalog catalog)
{
    private static readonly Outcome[] Granting = [Outcome.Eligible];

    /// <returns>Null when the rule it was granted by is no longer there.</returns>
    public async Task<Terms?> TermsThenAsync(PortalDbContext db, Case record, CancellationToken cancellation)
    {
        var decision = await db.CaseDecisions.AsNoTracking().Include(one => one.Snapshot)
            .Where(one => one.CaseId == record.Id && Granting.Contains(one.Outcome)).OrderByDescending(one => one.At).FirstOrDefaultAsync(cancellation);
        // A case from before decisions were kept is assessed by the book as it is, by its own day.
        if (decision?.Snapshot is not { } snapshot) return await TermsNowAsync(record, cancellation);
        return catalog.Find(decision.MeasureCode, decision.RuleVersion)?.TermsFor(RuleSnapshot.Read(snapshot.Content).ToRulebook(), decision.RegionCode, decision.AsOf);
    }

    /// <summary>By the values known today, and the case's own day.</summary>
    public async Task<Terms?> TermsNowAsync(Case record, CancellationToken cancellation) =>
        catalog.Find(record.MeasureCode)?.TermsFor(await rulebooks.RulesAsync(cancellation), record.RegionCode, record.AsOf);
}

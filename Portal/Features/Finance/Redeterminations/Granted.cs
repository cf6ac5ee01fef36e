using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>What a case was granted, before anything came out of it.</summary>
/// <param name="FactsJson">The facts it was granted by.</param>
/// <param name="Most">The highest entitlement it has had.</param>
internal sealed record Granted(string FactsJson, Money Most)
{
    public static async Task<Granted> OfAsync(PortalDbContext db, Case record, CancellationToken cancellation)
    {
        var facts = await db.CaseDecisions.Where(one => one.CaseId == record.Id && one.Occasion != DecisionOccasion.Redetermined)
            .OrderByDescending(one => one.At).Select(one => one.FactsJson).FirstOrDefaultAsync(cancellation);
        var totals = await db.Redeterminations.Where(one => one.CaseId == record.Id && one.State == RedeterminationState.Approved)
            .Select(one => one.OldTotal).ToListAsync(cancellation);
        return new Granted(facts ?? record.FactsJson, totals.Aggregate(MostOf(record), Money.Max));
    }

    /// <summary>The most that staff may leave the payee without a rule: what the case was last assessed to.</summary>
    public static Money MostOf(Case record) =>
        Money.Max(record.Entitlement ?? Money.Zero, CaseJson.ReadAssessment(record.AssessmentJson).Amount ?? Money.Zero);
}

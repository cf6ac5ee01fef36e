using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Recoveries;

namespace Portal.Casework.Redeterminations;

/// <summary>What was found to be paid wrongly: facts and assessment of such a case still say what was granted, only its entitlement says what is left.</summary>
public static class Findings
{
    public static IQueryable<Redetermination> FoundWrong(this PortalDbContext db) =>
        db.Redeterminations.Where(one => one.State == RedeterminationState.Approved && (one.Cause == ChangeCause.FoundIneligible || one.Cause == ChangeCause.PaidTwice));

    /// <summary>Whether a case is granted less than its assessment says; a finding that was given back in full, or whose claim was waived, takes nothing off any more.</summary>
    public static bool IsCut(Case record) => record.Entitlement < CaseJson.ReadAssessment(record.AssessmentJson).Amount;

    public static async Task<bool> IsCutByFindingAsync(this PortalDbContext db, Case record, CancellationToken cancellation) =>
        IsCut(record) && await db.FoundWrong().AnyAsync(one => one.CaseId == record.Id, cancellation);
}

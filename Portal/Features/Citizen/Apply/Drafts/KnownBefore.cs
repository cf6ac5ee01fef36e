using Microsoft.EntityFrameworkCore;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Components.Rules;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Domain.Applications;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Screening;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>What the portal knows of an applicant before a word is typed.</summary>
/// <param name="Cases">Earlier applications that were not refused or withdrawn, the newest first.</param>
internal sealed record KnownBefore(IReadOnlyList<SaidBefore> Said, IReadOnlyList<Case> Cases)
{
    private const int LookBack = 20;

    public static async Task<KnownBefore> ReadAsync(
        PortalDbContext db, MeasureCatalog catalog, PortalUser user, Firm? firm, CancellationToken cancellation)
    {
        var cases = await db.Cases.AsNoTracking()
            .Where(record => record.Origin == CaseOrigin.Application && record.State != CaseState.Refused && record.State != CaseState.Withdrawn)
            .Where(record => firm == null ? record.FirmId == null && record.ApplicantId == user.Id : record.FirmId == firm.Id)
            .OrderByDescending(record => record.SubmittedAt).Take(LookBack).ToListAsync(cancellation);
        var said = cases.Where(record => catalog.Find(record.MeasureCode) is not null)
            .Select(record => new SaidBefore(CaseJson.ReadFacts(catalog.Find(record.MeasureCode)!.Facts, record.FactsJson), record.SubmittedOn, SourceOf(record)));
        return new KnownBefore([.. said, .. firm is null ? [] : await RosterAsync(db, catalog, firm, cancellation)], cases);
    }

    public static string SourceOf(Case record) => $"来自{(record.FirmId is null ? "您" : "本单位")}{record.SubmittedOn.ToChinese()}的申请 {record.No}";

    /// <summary>The firm's row of the newest list that was made public.</summary>
    private static async Task<IReadOnlyList<SaidBefore>> RosterAsync(PortalDbContext db, MeasureCatalog catalog, Firm firm, CancellationToken cancellation)
    {
        if (catalog.All.OfType<StabilizationRefund>().FirstOrDefault() is not { } refund) return [];
        var newest = await (
            from run in db.ScreeningRuns.AsNoTracking().InState(RunTransitions.IsPublic)
            join found in db.ScreenedFirms on run.Id equals found.RunId
            where found.CreditCode == firm.CreditCode && found.Outcome != RowOutcome.Rejected
            join row in db.ScreeningRows on new { found.RunId, found.Number } equals new { row.RunId, row.Number }
            orderby run.UploadedAt descending
            select new { row.FactsJson, run.AsOf, run.UploadedAt }).FirstOrDefaultAsync(cancellation);
        return newest is { FactsJson.Length: > 0 }
            ? [new SaidBefore(CaseJson.ReadFacts(refund.Facts, newest.FactsJson),
                DateOnly.FromDateTime(newest.UploadedAt.ToOffset(BusinessClock.ChinaStandardTime).DateTime), $"来自{newest.AsOf.Year}年免申即享名单")]
            : [];
    }
}

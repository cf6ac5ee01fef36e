using Microsoft.EntityFrameworkCore;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Public.Publications;

/// <summary>A firm as the public sees it.</summary>
/// <param name="Finding">What came of an objection, once it was decided; upheld if any was.</param>
public sealed record PublishedFirm(int Number, string Name, string MaskedCode, string RegionCode, Money Amount, ObjectionState? Finding = null);

/// <param name="NoticeNo">公示编号.</param>
/// <param name="Publisher">The authority that publishes.</param>
/// <param name="TakesObjections">Until the time is over.</param>
/// <param name="Cities">The cities, by code, whose firms are on the list.</param>
public sealed record PublicationView(
    Guid RunId, string NoticeNo, string Publisher, string RegionCode, PublicationPeriod Period, bool TakesObjections, IReadOnlyList<PublishedFirm> Firms, int Count,
    int Page, int Pages, IReadOnlyList<string> Cities);

/// <summary>A published list, the middle of the codes masked (R16), a page at a time; for everybody, as long as it is published.</summary>
public sealed class ShowPublication(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    private const int PerPage = 50;

    /// <param name="code">A whole credit code, to find one's own firm; anything else finds nothing.</param>
    /// <param name="city">A city's code; null or empty for all.</param>
    public async Task<PublicationView?> HandleAsync(Guid runId, int page, string? code = null, string? city = null, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await FindAsync(db, runId, cancellation) is not { } run) return null;
        var rows = db.PublishedRows(run, city);
        // Only the whole code: with parts of it one could feel one's way to what is masked.
        var whole = PlainText.Compact(code);
        if (whole.Length > 0)
            rows = rows.Where(row => db.ScreenedFirms.Any(firm => firm.RunId == runId && firm.CreditCode == whole && firm.Number == row.Number));
        var count = whole.Length > 0 || !string.IsNullOrEmpty(city) ? await rows.CountAsync(cancellation) : await db.CountAutomaticAsync(run, cancellation);
        var pages = Math.Max(1, (count + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        var found = await rows.OrderBy(row => row.Number).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancellation);
        var period = run.Publication();
        var findings = await FindingsAsync(db, runId, cancellation);
        return new PublicationView(runId, run.NoticeNo ?? "", run.Publisher ?? "", run.RegionCode, period, !period.IsOverOn(clock.Today),
            [.. found.Select(row => ToPublic(row) with { Finding = findings.TryGetValue(row.Number, out var finding) ? finding : null })], count, page, pages,
            await CitiesAsync(db, run, cancellation));
    }

    public async Task<PublishedFirm?> FirmAsync(Guid runId, int number, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await FindAsync(db, runId, cancellation) is { } run
            && await db.AutomaticRows(run).AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellation) is { } row ? ToPublic(row) : null;
    }

    private static async Task<IReadOnlyList<string>> CitiesAsync(PortalDbContext db, ScreeningRun run, CancellationToken cancellation)
    {
        var cities = await db.RunTotals.Where(total => total.RunId == run.Id && total.Outcome == RowOutcome.Automatic).Select(total => total.City).Distinct().Order().ToListAsync(cancellation);
        return [.. cities.Where(city => RegionDirectory.Covers(run.RegionCode, city) || RegionDirectory.Covers(city, run.RegionCode))];
    }

    // Who objects is nobody's business, nor that somebody did: only what was found is told.
    internal static async Task<Dictionary<int, ObjectionState>> FindingsAsync(PortalDbContext db, Guid runId, CancellationToken cancellation)
    {
        var decided = await db.Objections.Where(objection => objection.RunId == runId && objection.State != ObjectionState.Open)
            .Select(objection => new { objection.RowNumber, objection.State }).ToListAsync(cancellation);
        return decided.GroupBy(objection => objection.RowNumber)
            .ToDictionary(row => row.Key, row => row.Any(objection => objection.State == ObjectionState.Upheld) ? ObjectionState.Upheld : ObjectionState.Dismissed);
    }

    internal static Task<ScreeningRun?> FindAsync(PortalDbContext db, Guid runId, CancellationToken cancellation) =>
        db.ScreeningRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == runId && run.State == RunState.Published, cancellation);

    internal static PublishedFirm ToPublic(ScreeningRow row) =>
        new(row.Number, PlainText.Trim(row.Name), Mask.CreditCode(PlainText.Compact(row.CreditCode)), row.RegionCode, row.Amount ?? Money.Zero);
}

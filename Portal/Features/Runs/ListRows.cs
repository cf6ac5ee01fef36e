using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Runs;

/// <param name="Search">A credit code, or a part of it or of a name.</param>
/// <param name="After">Show the rows behind this number; 0 begins at the first.</param>
/// <param name="Before">Show the rows in front of this number instead.</param>
public sealed record RowFilter(RowOutcome? Outcome = null, string? Search = null, int After = 0, int? Before = null);

public sealed record RowsPage(IReadOnlyList<ScreeningRow> Rows, bool HasPrevious, bool HasNext);

/// <summary>Rows of a run in file order, a page at a time by row number: page a thousand costs no more than page one.</summary>
public sealed class ListRows(IDbContextFactory<PortalDbContext> databases)
{
    public const int PerPage = 50;

    public async Task<RowsPage> HandleAsync(Actor actor, Guid runId, RowFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.ScreeningRuns.SeenBy(actor).AnyAsync(run => run.Id == runId, cancellation)) return new RowsPage([], false, false);
        var matching = Matching(db.ScreeningRows.AsNoTracking().Where(row => row.RunId == runId), filter);
        // One more than fits tells whether there is another page.
        if (filter.Before is { } before)
        {
            var upwards = await matching.Where(row => row.Number < before).OrderByDescending(row => row.Number).Take(PerPage + 1).ToListAsync(cancellation);
            return new RowsPage([.. upwards.Take(PerPage).Reverse()], upwards.Count > PerPage, true);
        }

        var rows = await matching.Where(row => row.Number > filter.After).OrderBy(row => row.Number).Take(PerPage + 1).ToListAsync(cancellation);
        return new RowsPage([.. rows.Take(PerPage)], filter.After > 0, rows.Count > PerPage);
    }

    private static IQueryable<ScreeningRow> Matching(IQueryable<ScreeningRow> rows, RowFilter filter)
    {
        if (filter.Outcome is { } outcome) rows = rows.Where(row => row.Outcome == outcome);
        var search = PlainText.Trim(filter.Search);
        return search.Length == 0 ? rows : rows.Where(row => row.CreditCode.Contains(search) || row.Name.Contains(search));
    }
}

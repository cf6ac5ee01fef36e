using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <param name="Search">A credit code, or a part of it or of a name.</param>
/// <param name="After">Show the rows behind this number; 0 begins at the first.</param>
/// <param name="Before">Show the rows in front of this number instead.</param>
/// <param name="City">A city's code.</param>
/// <param name="Size">大型, 中型, 小型 or 微型.</param>
public sealed record RowFilter(
    RowOutcome? Outcome = null, string? Search = null, int After = 0, int? Before = null, string? City = null, string? Size = null);

public sealed record RowObjection(Guid Id, int RowNumber, string No, ObjectionState State);

public sealed record RowsPage(IReadOnlyList<ScreeningRow> Rows, bool HasPrevious, bool HasNext)
{
    /// <summary>To these rows, in the order of their numbers.</summary>
    public IReadOnlyList<RowObjection> Objections { get; init; } = [];
}

/// <summary>Rows of a run in file order, a page at a time by row number.</summary>
/// <remarks>
/// What fits is found in the run's blocks, read from the page's place on until the page is full; at worst, for a text that
/// stands nowhere, all of them. The database needs no index for any combination of filters, nor one for parts of a text.
/// </remarks>
public sealed class ListRows(IDbContextFactory<PortalDbContext> databases)
{
    public const int PerPage = 50;

    public async Task<RowsPage> HandleAsync(Actor actor, Guid runId, RowFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.ScreeningRuns.SeenBy(actor).AnyAsync(run => run.Id == runId, cancellation)) return new RowsPage([], false, false);
        var search = new RowSearch(filter.Outcome, filter.City, filter.Size, filter.Search);
        // One more than fits tells whether there is another page.
        var numbers = filter.Before is { } before ? await UpwardsAsync(db, runId, search, before, cancellation)
            : await DownwardsAsync(db, runId, search, filter.After, cancellation);
        var shown = numbers.Take(PerPage).ToArray();
        var rows = await db.ScreeningRows.AsNoTracking().Where(row => row.RunId == runId && shown.Contains(row.Number)).OrderBy(row => row.Number).ToListAsync(cancellation);
        var more = numbers.Count > PerPage;
        var objections = await db.Objections.AsNoTracking().Where(objection => objection.RunId == runId && shown.Contains(objection.RowNumber)).OrderBy(objection => objection.No)
            .Select(objection => new RowObjection(objection.Id, objection.RowNumber, objection.No, objection.State)).ToListAsync(cancellation);
        return (filter.Before is null ? new RowsPage(rows, filter.After > 0, more) : new RowsPage(rows, more, true)) with { Objections = objections };
    }

    private static Task<List<int>> DownwardsAsync(PortalDbContext db, Guid runId, RowSearch search, int after, CancellationToken cancellation) => FillAsync(
        Blocks(db, runId).Where(block => block.First > after + 1 - RowSearchIndex.PerBlock).OrderBy(block => block.First),
        block => RowSearchIndex.Find(block, search).Where(number => number > after), cancellation);

    private static Task<List<int>> UpwardsAsync(PortalDbContext db, Guid runId, RowSearch search, int before, CancellationToken cancellation) => FillAsync(
        Blocks(db, runId).Where(block => block.First < before).OrderByDescending(block => block.First),
        block => Enumerable.Reverse(RowSearchIndex.Find(block, search)).Where(number => number < before), cancellation);

    private static async Task<List<int>> FillAsync(IQueryable<RowBlock> blocks, Func<RowBlock, IEnumerable<int>> find, CancellationToken cancellation)
    {
        var numbers = new List<int>(PerPage + 1);
        await foreach (var block in blocks.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            numbers.AddRange(find(block).Take(PerPage + 1 - numbers.Count));
            if (numbers.Count > PerPage) break;
        }

        return numbers;
    }

    private static IQueryable<RowBlock> Blocks(PortalDbContext db, Guid runId) => db.RowBlocks.AsNoTracking().Where(block => block.RunId == runId);
}

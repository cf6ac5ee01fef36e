using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <param name="Before">The number to go on from, on the next page; null on the last.</param>
public sealed record CaseList(IReadOnlyList<CaseLine> Lines, string? Before);

/// <summary>All cases of the actor's place, newest first.</summary>
public sealed class ListCases(IDbContextFactory<PortalDbContext> databases)
{
    public const int PageSize = 30;

    /// <param name="before">Only cases with a lower number: numbers grow with time, so they are the place in the list.</param>
    public async Task<CaseList> HandleAsync(
        Actor actor, CaseState? state, string? measure, string? before, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var cases = db.Cases.AsNoTracking().Within(actor);
        if (state is { } only) cases = cases.Where(record => record.State == only);
        if (measure is { Length: > 0 }) cases = cases.Where(record => record.MeasureCode == measure);
        if (before is { Length: > 0 }) cases = cases.Where(record => string.Compare(record.No, before) < 0);
        var lines = await cases.OrderByDescending(record => record.No).Take(PageSize + 1)
            .Select(CaseLine.Of(db))
            .ToListAsync(cancellation);
        if (lines.Count <= PageSize) return new CaseList(lines, null);
        lines.RemoveAt(PageSize);
        return new CaseList(lines, lines[^1].No);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Data.Privacy;
using Portal.Domain.Batches;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

public sealed record LineSum(LineState State, int Count, Money Amount);

/// <param name="Lines">One page, each with its case and instalment.</param>
/// <param name="Sums">Over all lines, by where they stand.</param>
/// <param name="Disputes">How many answers somebody has to look into.</param>
public sealed record BatchView(
    PaymentBatch Batch, IReadOnlyList<BatchLine> Lines, int Page, int Pages, IReadOnlyList<LineSum> Sums, int Disputes, string Place, DateOnly Today);

/// <summary>One batch with a page of its lines, accounts masked.</summary>
public sealed class ShowBatch(IDbContextFactory<PortalDbContext> databases, Casework.Rulebooks.RulebookSource rulebooks, AccessLog access, BusinessClock clock)
{
    public const int PageSize = 50;

    /// <returns>Null when there is no such batch in the actor's place.</returns>
    public async Task<BatchView?> HandleAsync(Actor actor, string no, LineState? state, int page, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var batch = await db.PaymentBatches.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(batch => batch.No == no, cancellation);
        if (batch is null) return null;
        await access.LookedAsync(db, actor, new AccessedRecord(batch.RegionCode, null), AccessKind.Payments, $"查看了拨付批次 {no}", cancellation);
        var all = db.BatchLines.AsNoTracking().Where(line => line.BatchId == batch.Id);
        var sums = await all.GroupBy(line => line.State).Select(some => new { State = some.Key, Count = some.Count(), Sum = some.Sum(line => (long)(object)line.Amount) })
            .ToListAsync(cancellation);
        var chosen = state is { } only ? all.Where(line => line.State == only) : all;
        var count = state is { } one ? sums.Find(sum => sum.State == one)?.Count ?? 0 : sums.Sum(sum => sum.Count);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var lines = await chosen.Include(line => line.Case).Include(line => line.Instalment).OrderBy(line => line.Sequence)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new BatchView(
            batch, lines, page, pages, [.. sums.OrderBy(sum => sum.State).Select(sum => new LineSum(sum.State, sum.Count, new Money(sum.Sum)))],
            await all.CountAsync(line => line.Dispute != null, cancellation), (await rulebooks.RegionsAsync(cancellation)).FullName(batch.RegionCode), clock.Today);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Domain.Batches;

namespace Portal.Features.Finance.Batches;

public sealed record BatchList(IReadOnlyList<PaymentBatch> Batches, int Page, int Pages);

/// <summary>The batches of the actor's place, the latest first.</summary>
public sealed class ListBatches(IDbContextFactory<PortalDbContext> databases)
{
    private const int PageSize = 30;

    public async Task<BatchList> HandleAsync(Actor actor, BatchState? state, int page, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var batches = db.PaymentBatches.AsNoTracking().SeenBy(actor);
        if (state is { } only) batches = batches.Where(batch => batch.State == only);
        var pages = Math.Max(1, (await batches.CountAsync(cancellation) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new BatchList(await batches.OrderByDescending(batch => batch.No).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation), page, pages);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Casework.Background;
using Portal.Data;
using Portal.Domain.Batches;

namespace Portal.Features.Finance.Batches;

/// <summary>Sends and releases in the background what is too much to wait for, and what another process left half done when it died.</summary>
public sealed class BatchWorker(IDbContextFactory<PortalDbContext> databases, WorkSignal<BatchWorker> wakeUp, SendBatch sender, ILogger<BatchWorker> log)
    : WorkerService<BatchWorker>(wakeUp, BetweenLooks, log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    protected override Task DoAsync(Guid id, CancellationToken cancellation) => sender.HandleAsync(id, cancellation: cancellation);

    protected override async Task<List<Guid>> FindAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.PaymentBatches
            .Where(batch => batch.State == BatchState.Approved
                || batch.State == BatchState.Cancelled && batch.Lines.Any(line => line.State == LineState.Listed))
            .OrderBy(batch => batch.No).Select(batch => batch.Id).ToListAsync(cancellation);
    }
}

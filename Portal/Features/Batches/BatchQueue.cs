using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Batches;

namespace Portal.Features.Batches;

/// <summary>Batches that go on in the background of this process, in order of arrival.</summary>
public sealed class BatchQueue
{
    private readonly Channel<Guid> _waiting = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });

    public void Add(Guid batchId) => _waiting.Writer.TryWrite(batchId);

    internal IAsyncEnumerable<Guid> TakeAllAsync(CancellationToken cancellation) => _waiting.Reader.ReadAllAsync(cancellation);
}

/// <summary>Sends and releases what is too much to wait for; after a start it first takes up what the last one left half done.</summary>
internal sealed class BatchWorker(IDbContextFactory<PortalDbContext> databases, BatchQueue queue, SendBatch sender, ILogger<BatchWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var batch in await HalfDoneAsync(stoppingToken)) queue.Add(batch);
        await foreach (var batch in queue.TakeAllAsync(stoppingToken))
        {
            try
            {
                await sender.HandleAsync(batch, cancellation: stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // One batch must not keep the next from the bank; a start takes it up again.
                log.LogError(failure, "Batch {Batch} could not be sent", batch);
            }
        }
    }

    private async Task<List<Guid>> HalfDoneAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.PaymentBatches
            .Where(batch => batch.State == BatchState.Approved
                || batch.State == BatchState.Cancelled && batch.Lines.Any(line => line.State == LineState.Listed))
            .OrderBy(batch => batch.No).Select(batch => batch.Id).ToListAsync(cancellation);
    }
}

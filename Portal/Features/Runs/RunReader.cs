using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Rosters;

namespace Portal.Features.Runs;

/// <summary>Reads uploaded rosters in the background; after a start it first takes up what the last one left unread.</summary>
internal sealed class RunReader(IDbContextFactory<PortalDbContext> databases, RunQueue queue, ReadRun reader, RosterFiles files, ILogger<RunReader> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        files.DiscardParts();
        foreach (var run in await UnreadAsync(stoppingToken)) queue.Add(run);
        await foreach (var run in queue.TakeAllAsync(stoppingToken))
        {
            try
            {
                await reader.HandleAsync(run, null, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // One roster must not keep the next from being read.
                log.LogError(failure, "Run {Run} could not be read", run);
            }
        }
    }

    private async Task<List<Guid>> UnreadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ScreeningRuns.Where(run => run.State == RunState.Uploaded || run.State == RunState.Reading)
            .OrderBy(run => run.UploadedAt).Select(run => run.Id).ToListAsync(cancellation);
    }
}

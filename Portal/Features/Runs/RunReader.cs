using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Rosters;

namespace Portal.Features.Runs;

/// <summary>Reads uploaded rosters in the background, those too that another process left unread when it died.</summary>
internal sealed class RunReader(IDbContextFactory<PortalDbContext> databases, WakeUp<RunReader> wakeUp, ReadRun reader, RosterFiles files, LeaseTerm term, ILogger<RunReader> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await files.DiscardLeftAsync(async run => (await UnreadAsync(stoppingToken)).Contains(run));
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var run in await UnreadAsync(stoppingToken)) await ReadAsync(run, stoppingToken);
            await wakeUp.WaitAsync(term.Time, stoppingToken);
        }
    }

    private async Task ReadAsync(Guid run, CancellationToken stoppingToken)
    {
        try
        {
            await reader.HandleAsync(run, wait: false, cancellation: stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // One roster must not keep the next from being read.
            log.LogError(failure, "Run {Run} could not be read", run);
        }
    }

    private async Task<List<Guid>> UnreadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ScreeningRuns.Where(run => run.State == RunState.Uploaded || run.State == RunState.Reading)
            .OrderBy(run => run.UploadedAt).Select(run => run.Id).ToListAsync(cancellation);
    }
}

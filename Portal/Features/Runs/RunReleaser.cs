using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Screening;

namespace Portal.Features.Runs;

/// <summary>Releases lists in the background, those too that another process left half released when it died.</summary>
internal sealed class RunReleaser(
    IDbContextFactory<PortalDbContext> databases, WakeUp<RunReleaser> wakeUp, ReleaseRows release, LeaseTerm term, ILogger<RunReleaser> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var run in await ReleasingAsync(stoppingToken)) await ReleaseAsync(run, stoppingToken);
            await wakeUp.WaitAsync(term.Time, stoppingToken);
        }
    }

    private async Task ReleaseAsync(Guid run, CancellationToken stoppingToken)
    {
        try
        {
            await release.HandleAsync(run, wait: false, cancellation: stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // One list must not keep the next from being released.
            log.LogError(failure, "Run {Run} could not be released", run);
        }
    }

    private async Task<List<Guid>> ReleasingAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ScreeningRuns.Where(run => run.State == RunState.Releasing)
            .OrderBy(run => run.PublishedUntil).ThenBy(run => run.Id).Select(run => run.Id).ToListAsync(cancellation);
    }
}

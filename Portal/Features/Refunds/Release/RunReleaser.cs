using Microsoft.EntityFrameworkCore;
using Portal.Casework.Background;
using Portal.Casework.Runs;
using Portal.Data;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <summary>Releases lists in the background, those too that another process left half released when it died.</summary>
internal sealed class RunReleaser(
    IDbContextFactory<PortalDbContext> databases, WorkSignal<RunReleaser> wakeUp, ReleaseRows release, LeaseTerm term, ILogger<RunReleaser> log)
    : WorkerService<RunReleaser>(wakeUp, term.Time, log)
{
    protected override Task DoAsync(Guid id, CancellationToken cancellation) => release.HandleAsync(id, wait: false, cancellation: cancellation);

    protected override async Task<List<Guid>> FindAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ScreeningRuns.Where(run => run.State == RunState.Releasing)
            .OrderBy(run => run.PublishedUntil).ThenBy(run => run.Id).Select(run => run.Id).ToListAsync(cancellation);
    }
}

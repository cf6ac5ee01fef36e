using Microsoft.EntityFrameworkCore;
using Portal.Casework.Background;
using Portal.Casework.Rosters;
using Portal.Casework.Runs;
using Portal.Data;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Screening;

/// <summary>Reads uploaded rosters in the background, those too that another process left unread when it died.</summary>
internal sealed class RunReader(
    IDbContextFactory<PortalDbContext> databases, WorkSignal<RunReader> wakeUp, ReadRun reader, RosterFiles files, LeaseTerm term, ILogger<RunReader> log)
    : WorkerService<RunReader>(wakeUp, term.Time, log)
{
    protected override Task PrepareAsync(CancellationToken cancellation) =>
        files.DiscardLeftAsync(async run => (await FindAsync(cancellation)).Contains(run));

    protected override Task DoAsync(Guid id, CancellationToken cancellation) => reader.HandleAsync(id, wait: false, cancellation: cancellation);

    protected override async Task<List<Guid>> FindAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ScreeningRuns.InState(RunTransitions.IsUnread)
            .OrderBy(run => run.UploadedAt).Select(run => run.Id).ToListAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Casework.Schedule;
using Portal.Data;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <summary>Releases by itself every list whose publication is over; what an objection holds back waits for its reviewer.</summary>
/// <remarks>A list whose amounts have changed waits for its operator: tried again by itself it would only stop again.</remarks>
internal sealed class ReleaseWhenOver(IDbContextFactory<PortalDbContext> databases, ReleaseRun release) : IDailyTask
{
    public string Name => "release-runs";

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        foreach (var run in await OverAsync(today, cancellation)) await release.HandleForPortalAsync(run, cancellation);
    }

    private async Task<List<Guid>> OverAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ScreeningRuns.Where(run => run.State == RunState.Published && run.PublishedUntil <= today && run.Failure == null)
            .OrderBy(run => run.PublishedUntil).ThenBy(run => run.Id).Select(run => run.Id).ToListAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Screening;
using Portal.Data.Work;
using Portal.Schedule;
using Portal.Time;

namespace Portal.Features.Runs;

/// <summary>Releases by itself every list whose publication is over; what an objection holds back waits for its reviewer.</summary>
internal sealed class ReleaseWhenOver(IDbContextFactory<PortalDbContext> databases, ReleaseRun release, BusinessClock clock) : IDailyTask
{
    public string Name => "release-runs";

    /// <exception cref="InvalidOperationException">A list could not be released now and is tried again; the others were.</exception>
    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var run in await OverAsync(today, cancellation))
            switch (await release.HandleForPortalAsync(run.Id, cancellation))
            {
                case RunStep.Refused { AmountsChanged: true }:
                    await TellOperatorAsync(run, today, cancellation);
                    break;
                case RunStep.Refused:
                    failed++;
                    break;
            }

        if (failed > 0) throw new InvalidOperationException($"{failed} runs could not be released.");
    }

    private async Task<List<ScreeningRun>> OverAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ScreeningRuns.AsNoTracking().Where(run => run.State == RunState.Published && run.PublishedUntil <= today)
            .OrderBy(run => run.PublishedUntil).ThenBy(run => run.Id).ToListAsync(cancellation);
    }

    private async Task TellOperatorAsync(ScreeningRun run, DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = run.Id.ToString();
        if (await db.WorkItems.AnyAsync(item => item.Kind == WorkKind.ReleaseStopped && item.Record == record && item.DoneAt == null, cancellation)) return;
        db.OpenWork(clock, WorkKind.ReleaseStopped, record, $"“{run.FileName}”公示期满，但金额和公示的不一致，没有自动放行", run.RegionCode, Roles.Operator, today);
        await db.SaveChangesAsync(cancellation);
    }
}

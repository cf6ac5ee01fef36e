using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <param name="Events">Every step, oldest first.</param>
/// <param name="Earlier">Runs of the same file, to tell the operator that it came before.</param>
/// <param name="Elsewhere">Automatic rows of other places: neither published nor released here.</param>
/// <param name="OpenObjections">How many rows wait for a reviewer.</param>
/// <param name="Totals">By outcome, size and city; empty until the run is screened.</param>
/// <param name="Before">The rosters of the same place and year before this one, to compare with; the latest first.</param>
public sealed record RunView(
    ScreeningRun Run, IReadOnlyList<RunEvent> Events, IReadOnlyList<ScreeningRun> Earlier, int Elsewhere, int OpenObjections,
    IReadOnlyList<RunTotal> Totals, IReadOnlyList<ScreeningRun> Before);

/// <summary>A run with its history, for who may see it.</summary>
public sealed class ShowRun(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<RunView?> HandleAsync(Actor actor, Guid runId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var seen = db.ScreeningRuns.AsNoTracking().SeenBy(actor);
        if (await seen.SingleOrDefaultAsync(run => run.Id == runId, cancellation) is not { } run) return null;
        var events = await db.Set<RunEvent>().AsNoTracking().Where(step => step.RunId == runId).OrderBy(step => step.Id).ToListAsync(cancellation);
        var earlier = await seen.Where(other => other.Sha256 == run.Sha256 && other.Id != runId && other.UploadedAt <= run.UploadedAt)
            .OrderBy(other => other.UploadedAt).ToListAsync(cancellation);
        var totals = await db.RunTotals.AsNoTracking().Where(total => total.RunId == runId).ToListAsync(cancellation);
        var elsewhere = RunTransitions.IsScreened(run.State) ? run.AutomaticCount - await db.CountAutomaticAsync(run, cancellation) : 0;
        var before = await seen.EarlierThan(run).ToListAsync(cancellation);
        var objections = await db.Objections.CountAsync(objection => objection.RunId == runId && objection.State == ObjectionState.Open, cancellation);
        return new RunView(run, events, earlier, elsewhere, objections, totals, before);
    }

    /// <summary>Only how far reading has come; asked twice a second.</summary>
    public async Task<ScreeningRun?> ProgressAsync(Actor actor, Guid runId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ScreeningRuns.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(run => run.Id == runId, cancellation);
    }
}

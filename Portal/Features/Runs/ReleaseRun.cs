using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Screening;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Time;

namespace Portal.Features.Runs;

/// <summary>Releases a published list when its time is over: every firm on it gets a case that asks for its account.</summary>
/// <remarks>
/// One transaction, so that a kill leaves nothing and the next press does everything. The run's own row is taken
/// first: of two presses at once the second waits, and finds it done.
/// </remarks>
internal sealed class ReleaseRun(IDbContextFactory<PortalDbContext> databases, RefundGrants grants, BusinessClock clock)
{
    private const int RowsAtATime = 500;

    public Task<RunStep> HandleAsync(Actor actor, Guid runId, CancellationToken cancellation = default) => ReleaseAsync(actor, runId, cancellation);

    /// <summary>The portal itself releases what nobody has pressed for; the history says so.</summary>
    public Task<RunStep> HandleForPortalAsync(Guid runId, CancellationToken cancellation = default) => ReleaseAsync(null, runId, cancellation);

    /// <param name="actor">Null for the portal itself.</param>
    private async Task<RunStep> ReleaseAsync(Actor? actor, Guid runId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var run = await db.ScreeningRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        if (run is null || actor?.Sees(run.RegionCode) == false) return new RunStep.NotFound();
        if (Refuse(actor, run) is { } refusal) return new RunStep.Refused(refusal);
        if (run.IsReleased() || !await TakeAsync(db, runId, cancellation)) return new RunStep.DoneBefore();
        try
        {
            var (granted, already) = await GrantAllAsync(db, run, actor, cancellation);
            await FinishAsync(db, runId, actor, granted, already, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (AmountChangedException changed)
        {
            return new RunStep.Refused($"第 {changed.Row} 行按现行参数算出的金额与公示的不一致，本次没有放行任何企业。请重新上传名册筛查、公示。") { AmountsChanged = true };
        }
        catch (DbUpdateException duplicate) when (duplicate.IsDuplicate())
        {
            return new RunStep.Refused("另一份名册正在为同一企业放行，本次没有放行任何企业。请稍后再试。");
        }

        return new RunStep.Done();
    }

    private string? Refuse(Actor? actor, ScreeningRun run) =>
        actor is not null && !actor.Is(Roles.Operator) && !actor.Is(Roles.Approver) ? "放行由经办或复核人员办理，您的账号没有这项权限。"
        : run.IsReleased() ? null
        : run.State != RunState.Published ? "公示期满后才能放行，这份名册还没有公示。"
        : !new PublicationPeriod(run.PublishedOn!.Value, run.PublishedUntil!.Value).IsOverOn(clock.Today)
            ? $"公示还没有期满，{run.PublishedUntil:yyyy年M月d日}起可以放行。"
        : null;

    private static async Task<bool> TakeAsync(PortalDbContext db, Guid runId, CancellationToken cancellation) =>
        await db.ScreeningRuns.Where(run => run.Id == runId && run.State == RunState.Published)
            .ExecuteUpdateAsync(run => run.SetProperty(r => r.State, RunState.Released), cancellation) == 1;

    private async Task<(int Granted, int Already)> GrantAllAsync(PortalDbContext db, ScreeningRun run, Actor? actor, CancellationToken cancellation)
    {
        var (granted, seen) = (0, 0);
        for (var after = 0; ;)
        {
            var rows = await db.AutomaticRows(run).NotHeldBack(db).AsNoTracking()
                .Where(row => row.Number > after).OrderBy(row => row.Number).Take(RowsAtATime).ToListAsync(cancellation);
            if (rows.Count == 0) return (granted, seen - granted);
            granted += await grants.GrantAsync(db, run, rows, actor, cancellation);
            seen += rows.Count;
            after = rows[^1].Number;
            db.ChangeTracker.Clear();
        }
    }

    private async Task FinishAsync(PortalDbContext db, Guid runId, Actor? actor, int granted, int already, CancellationToken cancellation)
    {
        var run = await db.ScreeningRuns.SingleAsync(run => run.Id == runId, cancellation);
        (run.ReleasedOn, run.AlreadyGrantedCount) = (clock.Today, already);
        run.Become(RunState.Released, actor, clock,
            $"放行 {granted} 户，等待企业确认收款账户" + (already > 0 ? $"；另有 {already} 户本年度已经享受，不重复发放" : ""));
        await db.CloseWorkAsync(clock, WorkKind.ReleaseStopped, runId.ToString(), actor, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}

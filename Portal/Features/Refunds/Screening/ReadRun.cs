using Microsoft.EntityFrameworkCore;
using Portal.Casework.Rosters;
using Portal.Casework.Rulebooks;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Data.Screening;
using Portal.Domain.Screening;
using Portal.Tables;

namespace Portal.Features.Refunds.Screening;

/// <summary>Reads the roster of a run and stores every row with its outcome.</summary>
/// <remarks>
/// A run that was broken off, by a kill as well, goes on where it was. Whoever asks for a run that is being read,
/// in this process or another, waits for it and finds it done; a reader that died is relieved after its lease.
/// </remarks>
public sealed class ReadRun(
    IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, RosterFiles files, FieldVault vault, BusinessClock clock, TimeProvider machine, LeaseTerm term)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <param name="keepFile">Leaves the roster for the caller to discard; it holds bank accounts in the clear.</param>
    /// <param name="wait">Whether to wait for another process that is reading the run.</param>
    /// <param name="stored">Told how many rows are stored, after each transaction.</param>
    /// <param name="decided">Told every row in file order, those too that were stored before a break; from the first again with every attempt.</param>
    /// <returns>False when another process is reading it, and nobody waited.</returns>
    public async Task<bool> HandleAsync(
        Guid runId, bool keepFile = false, bool wait = true, Action<int>? stored = null, Action<ScreenedRow>? decided = null, CancellationToken cancellation = default)
    {
        // One roster at a time in a process: each takes memory for the codes it has seen.
        await _gate.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                switch (await AttemptAsync(runId, keepFile, stored, decided, cancellation))
                {
                    case Attempt.Done: return true;
                    case Attempt.Elsewhere when !wait: return false;
                    case Attempt.Elsewhere: await Task.Delay(BetweenLooks, cancellation); break;
                    case Attempt.Again: break;
                }
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Attempt> AttemptAsync(Guid runId, bool keepFile, Action<int>? stored, Action<ScreenedRow>? decided, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await IsUnreadAsync(db, runId, cancellation)) return Attempt.Done;
        var lease = term.LeaseOf(runId, machine);
        if (!await lease.TryTakeAsync(db, cancellation)) return Attempt.Elsewhere;
        try
        {
            // Between the first look and the lease another may have finished it.
            if (await BeginAsync(db, runId, cancellation) is not { } run) return Attempt.Done;
            await lease.KeepAsync(databases, stop => ReadAsync(db, run, lease, stored, decided, stop), cancellation);
            if (!keepFile) files.Discard(runId);
            return Attempt.Done;
        }
        // Or a long transaction keeps every other writer out: what is stored stays, and the next attempt goes on behind it.
        catch (Exception other) when (other is LeaseLostException || DbErrors.IsBusy(other))
        {
            return Attempt.Elsewhere;
        }
        catch (ScreenedOtherwiseException)
        {
            return await ForgetAsync(db, runId, lease, run => run.AddEvent(null, clock, "中断期间政策数值有变，已删去先前的结果，从头重新筛查"), Attempt.Again, cancellation);
        }
        catch (TableUnreadableException unreadable)
        {
            return await FailAsync(db, runId, lease, unreadable.Message, cancellation);
        }
        catch (FileNotFoundException)
        {
            return await FailAsync(db, runId, lease, "上传的文件已不在服务器上，请重新上传。", cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Otherwise its page would show a run that never ends.
            await FailAsync(db, runId, lease, "筛查时服务器出了问题，没有保存任何一行。请重新上传；若仍不行，请联系系统管理员。", cancellation);
            throw;
        }
        finally
        {
            await lease.GiveBackAsync(db);
        }
    }

    private async Task<ScreeningRun?> BeginAsync(PortalDbContext db, Guid runId, CancellationToken cancellation)
    {
        var run = await db.ScreeningRuns.SingleAsync(run => run.Id == runId, cancellation);
        if (!RunTransitions.IsUnread(run.State)) return null;
        (run.ReadingSince, run.RowsAtStart, run.BytesAtStart) = (clock.Now, run.RowsRead, run.BytesRead);
        run.Do(RunAction.Read, null, clock, run.State == RunState.Uploaded ? "开始筛查" : $"上次筛查中断，从第 {run.RowsRead + 1} 行接着筛查");
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return run;
    }

    private async Task ReadAsync(
        PortalDbContext db, ScreeningRun run, HeldLease lease, Action<int>? stored, Action<ScreenedRow>? decided, CancellationToken cancellation)
    {
        var regions = await rulebooks.RegionsAsync(cancellation);
        var storing = new RosterStoring(db, run, regions, lease, vault, clock);
        string told;
        using (var roster = RosterReader.Open(files.Find(run.Id), cancellation))
        {
            await storing.RowsAsync(roster, new RosterScreening(await rulebooks.RulesAsync(cancellation), regions, run.AsOf), stored, decided, cancellation);
            told = roster.Told;
        }

        await storing.FirmsAsync(cancellation);
        await storing.FinishAsync(told, cancellation);
    }

    private async Task<Attempt> FailAsync(PortalDbContext db, Guid runId, HeldLease lease, string why, CancellationToken cancellation)
    {
        // What was stored to the end stays, whatever went wrong after it.
        if (!await IsUnreadAsync(db, runId, cancellation)) return Attempt.Done;
        var attempt = await ForgetAsync(db, runId, lease, run => run.Fail(why, clock), Attempt.Done, cancellation);
        if (attempt == Attempt.Done) files.Discard(runId);
        return attempt;
    }

    private static async Task<Attempt> ForgetAsync(
        PortalDbContext db, Guid runId, HeldLease lease, Action<ScreeningRun> then, Attempt attempt, CancellationToken cancellation)
    {
        try
        {
            await db.ForgetRowsAsync(runId, () => lease.RenewAsync(db, cancellation), then, cancellation);
            return attempt;
        }
        catch (LeaseLostException)
        {
            return Attempt.Elsewhere;
        }
    }

    private static Task<bool> IsUnreadAsync(PortalDbContext db, Guid runId, CancellationToken cancellation) =>
        db.ScreeningRuns.InState(RunTransitions.IsUnread).AnyAsync(run => run.Id == runId, cancellation);

    private enum Attempt
    {
        Done,
        Elsewhere,
        Again,
    }
}

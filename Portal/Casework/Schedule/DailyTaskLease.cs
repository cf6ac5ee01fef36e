using Microsoft.EntityFrameworkCore;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Schedule;

namespace Portal.Casework.Schedule;

/// <summary>A lease on one daily task for one business day: one process runs it, once.</summary>
internal sealed class DailyTaskLease
{
    /// <summary>How long a process that was killed keeps the others waiting.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(5);

    private readonly IDbContextFactory<PortalDbContext> _databases;
    private readonly string _task;
    private readonly HeldLease _lease;

    private DailyTaskLease(IDbContextFactory<PortalDbContext> databases, string task, TimeProvider machine) =>
        (_databases, _task, _lease) = (databases, task, new HeldLease(TaskDay.LeaseOf(task), Term, machine));

    /// <returns>Null when the day is done already, or another process is at it.</returns>
    public static async Task<DailyTaskLease?> TakeAsync(
        IDbContextFactory<PortalDbContext> databases, TimeProvider machine, string task, DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await IsDoneAsync(db, task, today, cancellation)) return null;
        var taken = new DailyTaskLease(databases, task, machine);
        if (!await taken._lease.TryTakeAsync(db, cancellation)) return null;
        // Between the first look and the lease another may have finished it.
        if (!await IsDoneAsync(db, task, today, cancellation)) return taken;
        await taken._lease.GiveBackAsync(db);
        return null;
    }

    /// <exception cref="LeaseLostException">The work was cancelled: the task is another process's now.</exception>
    public Task KeepAsync(Func<CancellationToken, Task> work, CancellationToken cancellation) => _lease.KeepAsync(_databases, work, cancellation);

    /// <summary>Notes the day and gives the turn back in one. Without a token: what was done is noted even while the portal is shutting down.</summary>
    /// <returns>False, and nothing noted, when the turn is another's.</returns>
    public async Task<bool> DoneAsync(DateOnly today)
    {
        await using var db = await _databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await _lease.GiveBackAsync(db)) return false;
        if (await db.TaskDays.Where(day => day.Name == _task).ExecuteUpdateAsync(day => day.SetProperty(d => d.DoneOn, today)) == 0)
        {
            db.Add(new TaskDay { Name = _task, DoneOn = today });
            await db.SaveChangesAsync();
        }

        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Lets the next round try again at once.</summary>
    public async Task GiveBackAsync()
    {
        await using var db = await _databases.CreateDbContextAsync();
        await _lease.GiveBackAsync(db);
    }

    private static Task<bool> IsDoneAsync(PortalDbContext db, string task, DateOnly today, CancellationToken cancellation) =>
        db.TaskDays.AnyAsync(day => day.Name == task && day.DoneOn >= today, cancellation);
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Schedule;

namespace Portal.Schedule;

/// <summary>That it is this process's turn at a task: held by a row with a deadline, which is moved on while the task runs.</summary>
internal sealed class TaskTurn
{
    /// <summary>How long a process that was killed keeps the others waiting.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly IDbContextFactory<PortalDbContext> _databases;
    private readonly TimeProvider _machine;
    private readonly string _name;
    private readonly Guid _holder = Guid.CreateVersion7();

    private TaskTurn(IDbContextFactory<PortalDbContext> databases, TimeProvider machine, string name) => (_databases, _machine, _name) = (databases, machine, name);

    /// <returns>Null when the day is done already, or another process is at it.</returns>
    public static async Task<TaskTurn?> TakeAsync(
        IDbContextFactory<PortalDbContext> databases, TimeProvider machine, string name, DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await EnsureRowAsync(db, name, cancellation);
        var turn = new TaskTurn(databases, machine, name);
        var now = machine.GetUtcNow();
        var taken = await db.TaskDays
            .Where(task => task.Name == name && (task.DoneOn == null || task.DoneOn < today) && (task.TakenUntil == null || task.TakenUntil < now))
            .ExecuteUpdateAsync(task => task.SetProperty(t => t.TakenBy, turn._holder).SetProperty(t => t.TakenUntil, now + Lease), cancellation);
        return taken == 1 ? turn : null;
    }

    /// <summary>Runs the work and keeps the turn meanwhile; should it be lost all the same, the work is cancelled.</summary>
    public async Task KeepAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Elsewhere: on SQLite nothing ever waits, and the work would be over before the turn is prolonged for the first time.
        var running = Task.Run(() => work(stop.Token), stop.Token);
        while (await Task.WhenAny(running, Task.Delay(Lease / 3, _machine, stop.Token)) != running && !stop.IsCancellationRequested)
            if (!await IsStillOursAsync(cancellation))
                await stop.CancelAsync();
        await running;
    }

    public Task DoneAsync(DateOnly today) => EndAsync(ours => ours.ExecuteUpdateAsync(task => task
        .SetProperty(t => t.DoneOn, today).SetProperty(t => t.TakenBy, (Guid?)null).SetProperty(t => t.TakenUntil, (DateTimeOffset?)null)));

    /// <summary>Lets the next round try again at once.</summary>
    public Task GiveBackAsync() => EndAsync(ours => ours.ExecuteUpdateAsync(task => task
        .SetProperty(t => t.TakenBy, (Guid?)null).SetProperty(t => t.TakenUntil, (DateTimeOffset?)null)));

    // Without a token: what was done is noted even while the portal is shutting down.
    private async Task EndAsync(Func<IQueryable<TaskDay>, Task> change)
    {
        await using var db = await _databases.CreateDbContextAsync();
        await change(db.TaskDays.Where(task => task.Name == _name && task.TakenBy == _holder));
    }

    private async Task<bool> IsStillOursAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = await _databases.CreateDbContextAsync(cancellation);
            var until = _machine.GetUtcNow() + Lease;
            return await db.TaskDays.Where(task => task.Name == _name && task.TakenBy == _holder)
                .ExecuteUpdateAsync(task => task.SetProperty(t => t.TakenUntil, until), cancellation) == 1;
        }
        catch (DbException)
        {
            // SQLite has one writer, and that may be the task itself; then nobody else can take its turn either.
            return true;
        }
    }

    private static async Task EnsureRowAsync(PortalDbContext db, string name, CancellationToken cancellation)
    {
        if (await db.TaskDays.AnyAsync(task => task.Name == name, cancellation)) return;
        db.Add(new TaskDay { Name = name });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // Another process was faster.
        }
    }
}

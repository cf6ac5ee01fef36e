using Microsoft.EntityFrameworkCore;
using Portal.Casework.Time;
using Portal.Data;

namespace Portal.Casework.Schedule;

/// <summary>One round: every task that was not done yet on this business day is done, by one process alone.</summary>
public sealed class RunDueTasks(
    IDbContextFactory<PortalDbContext> databases, IEnumerable<IDailyTask> tasks, BusinessClock clock, TimeProvider machine, ILogger<RunDueTasks> log)
{
    /// <returns>The names of the tasks that this round has done.</returns>
    public async Task<IReadOnlyList<string>> HandleAsync(CancellationToken cancellation = default)
    {
        var done = new List<string>();
        // One day for the whole round: the clock may be moved meanwhile, and then the next round has its own.
        var today = clock.Today;
        foreach (var task in tasks)
            if (await DailyTaskLease.TakeAsync(databases, machine, task.Name, today, cancellation) is { } lease && await DoAsync(task, lease, today, cancellation))
                done.Add(task.Name);
        return done;
    }

    /// <remarks>A task that fails keeps no other from running, and is tried again next round.</remarks>
    private async Task<bool> DoAsync(IDailyTask task, DailyTaskLease lease, DateOnly today, CancellationToken cancellation)
    {
        try
        {
            await lease.KeepAsync(stop => task.RunAsync(today, stop), cancellation);
            return await lease.DoneAsync(today);
        }
        catch (Exception failure)
        {
            await lease.GiveBackAsync();
            cancellation.ThrowIfCancellationRequested();
            // Not the exception itself: its message may quote what somebody typed.
            log.LogError("Daily task {Task} failed and is tried again: {Kind}\n{Trace}", task.Name, failure.GetType().FullName, failure.StackTrace);
            return false;
        }
    }
}

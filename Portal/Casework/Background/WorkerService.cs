namespace Portal.Casework.Background;

/// <summary>Does in the background what stands in the database as to be done: when woken, and every so often, for another process may have died over it.</summary>
/// <remarks>
/// Whatever fails is logged and tried again with the next look: one piece of work must not keep the next from being done,
/// and a database that is away for a minute must not take the whole portal with it.
/// </remarks>
public abstract class WorkerService<TSelf>(WorkSignal<TSelf> wakeUp, TimeSpan betweenLooks, ILogger log) : BackgroundService
    where TSelf : WorkerService<TSelf>
{
    /// <summary>What is to be done, in the order in which it is.</summary>
    protected abstract Task<List<Guid>> FindAsync(CancellationToken cancellation);

    protected abstract Task DoAsync(Guid id, CancellationToken cancellation);

    /// <summary>Once, before the first look.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(() => PrepareAsync(stoppingToken), null, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(() => LookAsync(stoppingToken), null, stoppingToken);
            await wakeUp.WaitAsync(betweenLooks, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        foreach (var id in await FindAsync(stoppingToken)) await TryAsync(() => DoAsync(id, stoppingToken), id, stoppingToken);
    }

    private async Task TryAsync(Func<Task> work, Guid? id, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "{Service} failed, {Id}", typeof(TSelf).Name, id);
        }
    }
}

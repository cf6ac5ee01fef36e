using Quartz;

namespace Portal.Schedule;

/// <summary>A round, as the scheduler's library fires it; never two at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class RoundJob(RunDueTasks round, IHostApplicationLifetime portal) : IJob
{
    public static readonly JobKey Key = new("round");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, portal.ApplicationStopping);
        try
        {
            await round.HandleAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was broken off is given back, and done after the next start.
        }
    }
}

using Portal.Time;
using Quartz;

namespace Portal.Schedule;

/// <summary>Fires a round at once when this process has moved the business date, instead of within the minute.</summary>
internal sealed class RoundAfterClock(BusinessClock clock, ISchedulerFactory schedulers, ILogger<RoundAfterClock> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        clock.Moved += FireAsync;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        clock.Moved -= FireAsync;
        return Task.CompletedTask;
    }

    private async Task FireAsync()
    {
        try
        {
            await (await schedulers.GetScheduler()).TriggerJob(RoundJob.Key);
        }
        catch (SchedulerException failure)
        {
            // The clock has moved all the same, and the round of the minute sees it.
            log.LogWarning("No round after the clock was moved: {Kind}", failure.GetType().Name);
        }
    }
}

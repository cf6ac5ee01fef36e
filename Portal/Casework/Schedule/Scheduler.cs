using Portal.Casework.Background;
using Portal.Casework.Time;

namespace Portal.Casework.Schedule;

/// <summary>Goes a round at the start, once a minute, and at once when this process has moved the business date; one at a time.</summary>
internal sealed class Scheduler(RunDueTasks round, BusinessClock clock, WorkSignal<Scheduler> wakeUp, ILogger<Scheduler> log) : BackgroundService
{
    // Short, because the demo's clock may be moved from the command line at any time; a look costs a query a task.
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        clock.Moved += RingAsync;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await RoundAsync(stoppingToken);
                await wakeUp.WaitAsync(BetweenRounds, stoppingToken);
            }
        }
        finally
        {
            clock.Moved -= RingAsync;
        }
    }

    private async Task RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            await round.HandleAsync(stoppingToken);
        }
        // A database that is away for a minute must not end the rounds; what was broken off by a stop is done after the next start.
        catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            // Not the exception itself: its message may quote what somebody typed.
            log.LogError("A daily round failed, the next one follows: {Kind}\n{Trace}", failure.GetType().FullName, failure.StackTrace);
        }
    }

    private Task RingAsync()
    {
        wakeUp.Raise();
        return Task.CompletedTask;
    }
}

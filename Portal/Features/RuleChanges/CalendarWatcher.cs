using Portal.Rulebooks;
using Portal.Time;

namespace Portal.Features.RuleChanges;

/// <summary>Looks at each new business day whether the holidays of a year must be asked for.</summary>
internal sealed class CalendarWatcher(CalendarWatch watch, BusinessClock clock, ILogger<CalendarWatcher> log) : BackgroundService
{
    // Short, because the demo's clock may be moved from the command line at any time; a look costs next to nothing.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateOnly? seen = null;
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                var today = clock.Today;
                if (today == seen) continue;
                await watch.RunAsync(stoppingToken);
                seen = today;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that does not answer now is asked again.
                log.LogError(failure, "The calendar could not be looked at");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

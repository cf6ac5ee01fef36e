using Portal.Casework.Rulebooks;
using Portal.Casework.Time;

namespace Portal.Features.Administration.RuleChanges;

/// <summary>Notices what another process of the portal has approved, and asks each new business day whether the holidays of a year are wanting.</summary>
internal sealed class RulebookWatcher(CalendarWatch watch, RulebookSource rulebooks, BusinessClock clock, ILogger<RulebookWatcher> log) : BackgroundService
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
                await rulebooks.CatchUpAsync(stoppingToken);
                var today = clock.Today;
                if (today == seen) continue;
                await watch.RunAsync(stoppingToken);
                seen = today;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that does not answer now is asked again.
                log.LogError(failure, "The rulebook could not be looked at");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

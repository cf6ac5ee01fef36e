using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Casework.Schedule;

/// <summary>The days a task was run for; what it does on each is the test's.</summary>
internal sealed class NotedTask(string name, Func<CancellationToken, Task>? work = null) : IDailyTask
{
    public List<DateOnly> Days { get; } = [];

    public string Name => name;

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        lock (Days) Days.Add(today);
        if (work is not null) await work(cancellation);
    }
}

/// <summary>A machine's clock that the test sets; its timers go off at once.</summary>
internal sealed class SetMachine : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        TimeProvider.System.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
}

/// <summary>What was logged, as a file would show it.</summary>
internal sealed class Lines<TCategory> : ILogger<TCategory>
{
    public List<string> Written { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Written.Add(formatter(state, exception) + exception);
}

internal static class Rounds
{
    /// <summary>A process of its own, as far as rounds go.</summary>
    public static RunDueTasks Process(this PortalFactory portal, TimeProvider machine, params IDailyTask[] tasks) =>
        new(portal.Databases, tasks, portal.Get<BusinessClock>(), machine, NullLogger<RunDueTasks>.Instance);

    /// <summary>A round of all that features have registered, and what it set off in the background.</summary>
    public static async Task<IReadOnlyList<string>> RoundAsync(this PortalFactory portal)
    {
        var done = await portal.Get<RunDueTasks>().HandleAsync();
        await portal.ReleasedAsync();
        return done;
    }

    /// <summary>Moves the business date on and goes a round.</summary>
    public static async Task DaysLaterAsync(this PortalFactory portal, int days)
    {
        await portal.Get<BusinessClock>().AdvanceAsync(days);
        await portal.RoundAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Data.Schedule;
using Portal.Tests.Support;

namespace Portal.Tests.Casework.Schedule;

public sealed class RunDueTasksTests : IDisposable
{
    private static readonly DateOnly Monday = new(2020, 11, 16);
    private readonly PortalFactory _portal = new();
    private readonly SetMachine _machine = new();

    [Fact]
    public async Task A_task_is_done_once_a_business_day()
    {
        var task = new NotedTask("once");
        var process = _portal.Process(_machine, task);

        Assert.Equal(["once"], await process.HandleAsync());
        Assert.Empty(await process.HandleAsync());
        Assert.Empty(await _portal.Process(_machine, task).HandleAsync());
        await _portal.Get<BusinessClock>().AdvanceAsync(1);
        await process.HandleAsync();

        Assert.Equal([Monday, Monday.AddDays(1)], task.Days);
    }

    [Fact]
    public async Task Ten_days_of_silence_are_made_up_for_once()
    {
        var task = new NotedTask("slept");
        await _portal.Process(_machine, task).HandleAsync();
        await _portal.Get<BusinessClock>().AdvanceAsync(10);

        await _portal.Process(_machine, task).HandleAsync();
        await _portal.Process(_machine, task).HandleAsync();

        Assert.Equal([Monday, Monday.AddDays(10)], task.Days);
    }

    [Fact]
    public async Task A_failing_task_keeps_no_other_from_running_is_tried_again_and_quotes_nothing()
    {
        var fails = true;
        var broken = new NotedTask("broken", _ => fails ? throw new FormatException("张三 13000000000") : Task.CompletedTask);
        var sound = new NotedTask("sound");
        var log = new Lines<RunDueTasks>();
        var process = new RunDueTasks(_portal.Databases, [broken, sound], _portal.Get<BusinessClock>(), _machine, log);

        Assert.Equal(["sound"], await process.HandleAsync());
        Assert.Contains(log.Written, line => line.Contains("broken", StringComparison.Ordinal) && line.Contains(nameof(FormatException), StringComparison.Ordinal));
        Assert.DoesNotContain(log.Written, line => line.Contains("13000000000", StringComparison.Ordinal));
        fails = false;
        Assert.Equal(["broken"], await process.HandleAsync());
        Assert.Equal((2, 1), (broken.Days.Count, sound.Days.Count));
    }

    [Fact]
    public async Task Of_several_processes_at_once_one_does_it()
    {
        var others = new TaskCompletionSource();
        var task = new NotedTask("shared", _ => others.Task);
        var processes = Enumerable.Range(0, 6).Select(_ => _portal.Process(TimeProvider.System, task)).ToArray();
        var rounds = processes.Select(process => Task.Run(() => process.HandleAsync())).ToList();

        for (var lost = 0; lost < 5; lost++)
        {
            var first = await Task.WhenAny(rounds);
            Assert.Empty(await first);
            rounds.Remove(first);
        }
        others.SetResult();

        Assert.Equal(["shared"], await rounds[0]);
        Assert.Single(task.Days);
    }

    [Fact]
    public async Task Whoever_was_killed_blocks_no_longer_than_the_lease_and_comes_back_too_late()
    {
        var killed = (await DailyTaskLease.TakeAsync(_portal.Databases, _machine, "killed", Monday, TestContext.Current.CancellationToken))!;
        var task = new NotedTask("killed");
        var other = _portal.Process(_machine, task);
        Assert.Empty(await other.HandleAsync());

        _machine.Now += DailyTaskLease.Term + TimeSpan.FromSeconds(1);
        Assert.Equal(["killed"], await other.HandleAsync());
        await _portal.Get<BusinessClock>().AdvanceAsync(1);
        await killed.DoneAsync(Monday.AddDays(1));

        Assert.Equal(["killed"], await other.HandleAsync());
    }

    [Fact]
    public async Task A_long_task_keeps_its_turn()
    {
        var begun = _machine.Now + DailyTaskLease.Term;
        var task = new NotedTask("long", async cancellation =>
        {
            _machine.Now += DailyTaskLease.Term - TimeSpan.FromSeconds(1);
            while (await UntilAsync(cancellation) <= begun) cancellation.ThrowIfCancellationRequested();
            _machine.Now += TimeSpan.FromSeconds(2);
            Assert.Empty(await _portal.Process(_machine, new NotedTask("long")).HandleAsync(cancellation));
        });

        Assert.Equal(["long"], await _portal.Process(_machine, task).HandleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_task_that_lost_its_turn_all_the_same_is_cancelled()
    {
        var task = new NotedTask("lost", async cancellation =>
        {
            await using var db = await _portal.Databases.CreateDbContextAsync(cancellation);
            await db.Leases.ExecuteUpdateAsync(lease => lease.SetProperty(l => l.Holder, Guid.NewGuid()), cancellation);
            await Task.Delay(Timeout.Infinite, cancellation);
        });

        Assert.Empty(await _portal.Process(_machine, task).HandleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_day_begun_before_the_clock_started_anew_is_not_noted()
    {
        var task = new NotedTask("before", stop =>
            new BusinessClock(TimeProvider.System, _portal.Databases, new ClockOptions("2020-11-09")).EnsureStartedAsync(stop));

        Assert.Empty(await _portal.Process(TimeProvider.System, task).HandleAsync());
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.False(await db.TaskDays.AnyAsync() || await db.Leases.AnyAsync());
    }

    public void Dispose() => _portal.Dispose();

    private async Task<DateTimeOffset> UntilAsync(CancellationToken cancellation)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync(cancellation);
        return (await db.Leases.AsNoTracking().SingleAsync(lease => lease.Name == TaskDay.LeaseOf("long"), cancellation)).Until;
    }
}

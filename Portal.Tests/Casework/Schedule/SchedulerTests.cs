using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Casework.Background;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Casework.Schedule;

/// <summary>The rounds as the web portal starts them.</summary>
public sealed class SchedulerTests : IDisposable
{
    private static readonly TimeSpan WithinTheMinute = TimeSpan.FromSeconds(45);
    private readonly PortalFactory _portal = new();

    [Fact]
    public async Task It_goes_a_round_at_the_start_and_at_once_when_the_clock_was_moved()
    {
        var days = Channel.CreateUnbounded<DateOnly>();
        using var scheduled = _portal.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Schedule:Enabled", "true");
            builder.ConfigureServices(services => services.AddSingleton<IDailyTask>(new NotedTask("probe", async stop => await days.Writer.WriteAsync(default, stop))));
        });
        using var client = scheduled.CreateClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        patience.CancelAfter(WithinTheMinute);
        await days.Reader.ReadAsync(patience.Token);
        patience.CancelAfter(WithinTheMinute);
        await scheduled.Services.GetRequiredService<BusinessClock>().AdvanceAsync(3, patience.Token);
        await days.Reader.ReadAsync(patience.Token);

        Assert.Equal("2020-11-19", Query(scheduled, "SELECT DoneOn FROM TaskDays WHERE Name = 'release-runs'"));
    }

    [Fact]
    public void Where_it_is_switched_off_there_is_none()
    {
        using var client = _portal.CreateClient();

        Assert.DoesNotContain(_portal.Services.GetServices<IHostedService>(), service => service is Scheduler);
    }

    [Fact]
    public async Task A_round_that_fails_does_not_end_the_rounds_and_quotes_nothing()
    {
        var went = Channel.CreateUnbounded<int>();
        var rounds = 0;
        IEnumerable<IDailyTask> Tasks()
        {
            went.Writer.TryWrite(++rounds);
            if (rounds == 1) throw new FormatException("张三 13000000000");
            yield break;
        }

        var log = new Lines<Scheduler>();
        using var wakeUp = new WorkSignal<Scheduler>();
        using var scheduler = new Scheduler(
            new RunDueTasks(_portal.Databases, Tasks(), _portal.Get<BusinessClock>(), TimeProvider.System, NullLogger<RunDueTasks>.Instance), _portal.Get<BusinessClock>(), wakeUp, log);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(WithinTheMinute);

        await scheduler.StartAsync(patience.Token);
        Assert.Equal(1, await went.Reader.ReadAsync(patience.Token));
        wakeUp.Raise();
        Assert.Equal(2, await went.Reader.ReadAsync(patience.Token));
        await scheduler.StopAsync(patience.Token);

        var line = Assert.Single(log.Written);
        Assert.Contains(nameof(FormatException), line, StringComparison.Ordinal);
        Assert.DoesNotContain("13000000000", line, StringComparison.Ordinal);
    }

    public void Dispose() => _portal.Dispose();

    private static string? Query(WebApplicationFactory<Program> portal, string sql)
    {
        using var connection = new SqliteConnection(portal.Services.GetRequiredService<DatabaseSettings>().ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }
}

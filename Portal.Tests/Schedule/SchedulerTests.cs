using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Schedule;
using Portal.Tests.Support;
using Portal.Time;

namespace Portal.Tests.Schedule;

/// <summary>The scheduler's library as the web portal starts it, with its store in the portal's SQLite database.</summary>
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

        Assert.Equal("portal|every-minute|round", Query(scheduled, "SELECT SCHED_NAME||'|'||TRIGGER_NAME||'|'||JOB_NAME FROM QRTZ_TRIGGERS WHERE TRIGGER_GROUP = 'DEFAULT'"));
        Assert.Equal("2020-11-19", Query(scheduled, "SELECT DoneOn FROM TaskDays WHERE Name = 'release-runs'"));
    }

    [Fact]
    public void Where_it_is_switched_off_there_is_none()
    {
        using var client = _portal.CreateClient();

        Assert.Null(_portal.Services.GetService<Quartz.ISchedulerFactory>());
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

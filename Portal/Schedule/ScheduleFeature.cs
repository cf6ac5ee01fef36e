using Portal.Data;
using Quartz;

namespace Portal.Schedule;

/// <summary>The scheduler: Quartz.NET with its store in the portal's database. It fires a round a minute, and the round knows what is due.</summary>
public static class ScheduleFeature
{
    // Short, because the demo's clock may be moved from the command line at any time; a look costs a query a task.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Registers what a feature has to do once a business day. Rounds take the tasks in this order.</summary>
    public static IServiceCollection AddDailyTask<TTask>(this IServiceCollection services)
        where TTask : class, IDailyTask => services.AddSingleton<IDailyTask, TTask>();

    public static void AddSchedule(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RunDueTasks>();
        if (!builder.Configuration.GetValue("Schedule:Enabled", true)) return;
        var database = DatabaseSettings.From(builder.Configuration, builder.Environment);
        builder.Services.AddQuartz(quartz =>
        {
            // The same name in every process: they share one set of tables.
            quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.GenerateInstanceId) = ("portal", true));
            quartz.UseDefaultThreadPool(threads => threads.MaxConcurrency = 1);
            quartz.UsePersistentStore(store => Keep(store, database));
            quartz.AddJob<RoundJob>(job => job.WithIdentity(RoundJob.Key).StoreDurably());
            quartz.AddTrigger<RoundJob>(trigger => trigger.WithIdentity("every-minute").ForJob(RoundJob.Key).StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Pause).RepeatForever()));
        });
        builder.Services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<RoundAfterClock>();
    }

    private static void Keep(IPersistentStoreBuilder store, DatabaseSettings database)
    {
        store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
        if (database.IsSqlServer)
        {
            store.UseSqlServer(database.ConnectionString);
            // Several portals on one database fire each round once, and take over from one that died.
            store.UseClustering();
        }
        else
        {
            store.UseSqlite(database.ConnectionString);
        }
    }
}

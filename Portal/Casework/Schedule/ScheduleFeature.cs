namespace Portal.Casework.Schedule;

/// <summary>Registers the daily tasks and the service that runs them. Which are due, and which process runs them, stands in the database.</summary>
public static class ScheduleFeature
{
    /// <summary>Registers what a feature has to do once a business day. Rounds take the tasks in this order.</summary>
    public static IServiceCollection AddDailyTask<TTask>(this IServiceCollection services)
        where TTask : class, IDailyTask => services.AddSingleton<IDailyTask, TTask>();

    public static void AddSchedule(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RunDueTasks>();
        if (builder.Configuration.GetValue("Schedule:Enabled", true)) builder.Services.AddHostedService<Scheduler>();
    }
}

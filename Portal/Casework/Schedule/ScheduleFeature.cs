namespace Portal.Casework.Schedule;

/// <summary>The daily rounds: when they are gone. What is due, and who does it, stands in the database.</summary>
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

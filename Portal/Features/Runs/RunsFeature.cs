using Portal.Rosters;

namespace Portal.Features.Runs;

/// <summary>Screening of rosters, publication and release (免申即享).</summary>
public static class RunsFeature
{
    /// <summary>What the command line needs as well: storing and reading a roster.</summary>
    public static void AddRosterReading(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RosterFiles>();
        builder.Services.AddSingleton<UploadRoster>();
        builder.Services.AddSingleton<ReadRun>();
    }

    public static void AddRuns(this IHostApplicationBuilder builder)
    {
        builder.AddRosterReading();
        builder.Services.AddSingleton<RunQueue>();
        builder.Services.AddHostedService<RunReader>();
        builder.Services.AddSingleton<PublishRun>();
        builder.Services.AddSingleton<RefundGrants>();
        builder.Services.AddSingleton<ReleaseRun>();
    }
}

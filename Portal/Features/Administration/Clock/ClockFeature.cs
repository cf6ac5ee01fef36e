namespace Portal.Features.Administration.Clock;

/// <summary>The demo's clock, which an administrator may set forward.</summary>
public static class ClockFeature
{
    public static void AddClock(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<AdvanceClock>();
}

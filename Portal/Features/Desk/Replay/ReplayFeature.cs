namespace Portal.Features.Desk.Replay;

/// <summary>A case's findings as they were made, beside what they would be now.</summary>
public static class ReplayFeature
{
    public static void AddReplay(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<ShowReplay>();
}

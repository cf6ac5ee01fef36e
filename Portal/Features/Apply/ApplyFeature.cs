namespace Portal.Features.Apply;

public static class ApplyFeature
{
    public static void AddApply(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ListApplications>()
        .AddSingleton<StartDraft>()
        .AddSingleton<OpenDraft>()
        .AddSingleton<SaveDraft>()
        .AddSingleton<DiscardDraft>()
        .AddSingleton<AttachFile>()
        .AddSingleton<DetachFile>()
        .AddSingleton<ReviewApplication>()
        .AddSingleton<SubmitApplication>();
}

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
        .AddSingleton<ReadSelection>()
        .AddSingleton<AnswersOnTheWay>()
        .AddSingleton<TakeAnswers>()
        .AddSingleton<KeepDocument>()
        .AddSingleton<UseDocument>()
        .AddSingleton<PlanNextMonth>()
        .AddSingleton<ClaimNextMonth>()
        .AddSingleton<ReviewApplication>()
        .AddSingleton<SubmitApplication>();

    public static void MapApply(this WebApplication app) =>
        app.MapPost("/apply/answers", (HttpContext context, TakeAnswers take) => take.HandleAsync(context));
}

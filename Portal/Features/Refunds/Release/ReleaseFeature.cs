using Microsoft.AspNetCore.Authorization;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Casework.Schedule;
using Portal.Uploads;

namespace Portal.Features.Refunds.Release;

/// <summary>A run as people see it: what came of it, its publication and its release (免申即享).</summary>
public static class ReleaseFeature
{
    public static void AddRelease(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ShowRun>();
        builder.Services.AddSingleton<ListRows>();
        builder.Services.AddSingleton<DownloadResult>();
        builder.Services.AddSingleton<PublicationPlans>();
        builder.Services.AddSingleton<ShowPublicationPlan>();
        builder.Services.AddSingleton<ProposePublication>();
        builder.Services.AddSingleton<PublishRun>();
        builder.Services.AddSingleton<ReturnPublication>();
        builder.Services.AddSingleton<ReleaseRun>();
        builder.Services.AddSingleton<ReleaseRows>();
        builder.Services.AddHostedService<RunReleaser>();
        builder.Services.AddDailyTask<ReleaseWhenOver>();
    }

    public static void MapRelease(this WebApplication app) =>
        app.MapGet("/runs/{id:guid}/result.csv", DownloadAsync)
            .RequireAuthorization(new AuthorizeAttribute { Roles = RunAccess.Viewers })
            .ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid id, DownloadResult handler, CancellationToken cancellation) =>
        Actor.From(context.User) is { } actor
            && await handler.HandleAsync(actor, id, () => context.BeginFile(FileResponse.Csv, $"screening-{id:N}.csv"), cancellation)
            ? TypedResults.Empty : TypedResults.NotFound();
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Access;
using Portal.Casework.Background;
using Portal.Casework.Rosters;
using Portal.Casework.Schedule;

namespace Portal.Features.Runs;

/// <summary>Screening of rosters, publication and release (免申即享).</summary>
public static class RunsFeature
{
    /// <summary>What the command line needs as well: storing and reading a roster.</summary>
    public static void AddRosterReading(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(LeaseTerm.From(builder.Configuration));
        builder.Services.AddSingleton<RosterFiles>();
        builder.Services.AddSingleton<UploadRoster>();
        builder.Services.AddSingleton<ReadRun>();
    }

    public static void AddRuns(this IHostApplicationBuilder builder)
    {
        builder.AddRosterReading();
        builder.Services.AddSingleton<RosterForm>();
        builder.Services.AddHostedService<RunReader>();
        builder.Services.AddSingleton<ListRuns>();
        builder.Services.AddSingleton<ShowRun>();
        builder.Services.AddSingleton<ListRows>();
        builder.Services.AddSingleton<DownloadResult>();
        builder.Services.AddSingleton<CompareRuns>();
        builder.Services.AddSingleton<DownloadComparison>();
        builder.Services.AddSingleton<PublishRun>();
        builder.Services.AddSingleton<RefundGrants>();
        builder.Services.AddSingleton<ReleaseRun>();
        builder.Services.AddSingleton<ReleaseRows>();
        builder.Services.AddHostedService<RunReleaser>();
        builder.Services.AddDailyTask<ReleaseWhenOver>();
        builder.Services.AddSingleton<DecideObjection>();
        builder.Services.AddSingleton<SupplementRows>();
        builder.Services.AddSingleton<DecideAgain>();
    }

    public static void MapRuns(this WebApplication app)
    {
        app.MapPost("/runs/upload", UploadAsync)
            .RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Operator })
            // The form counts for itself, so that a file too large gets an answer instead of a dead connection.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .ExcludeFromDescription();
        app.MapGet("/runs/{id:guid}/compare/{earlier:guid}.csv", DownloadComparisonAsync)
            .RequireAuthorization(new AuthorizeAttribute { Roles = RunAccess.Lookers })
            .ExcludeFromDescription();
        app.MapGet("/runs/{id:guid}/result.csv", DownloadAsync)
            .RequireAuthorization(new AuthorizeAttribute { Roles = RunAccess.Lookers })
            .ExcludeFromDescription();
    }

    private static async Task<IResult> DownloadComparisonAsync(
        HttpContext context, Guid id, Guid earlier, DownloadComparison handler, CancellationToken cancellation) =>
        Actor.From(context.User) is { } actor && await handler.HandleAsync(actor, id, earlier, () => Attach(context, $"changes-{id:N}.csv"), cancellation)
            ? TypedResults.Empty : TypedResults.NotFound();

    private static Stream Attach(HttpContext context, string name)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return context.Response.Body;
    }

    private static async Task<IResult> UploadAsync(HttpContext context, RosterForm form, UploadRoster upload, WakeUp<RunReader> reader, CancellationToken cancellation)
    {
        if (Actor.From(context.User) is not { Place: { } place } actor) return TypedResults.Forbid();
        var received = await form.ReadAsync(context, cancellation);
        if (received.Problem is { } problem) return BackTo(problem);
        switch (await upload.HandleAsync(actor, place, received.Roster!, received.AsOf, cancellation))
        {
            case UploadResult.Stored stored:
                reader.Ring();
                return TypedResults.LocalRedirect($"~/runs/{stored.RunId}/progress");
            case UploadResult.Refused refused:
                return BackTo(refused.Problem);
            default:
                throw new InvalidOperationException("An upload is stored or refused.");
        }
    }

    private static IResult BackTo(UploadProblem problem) => TypedResults.LocalRedirect($"~/runs?problem={problem}#upload");

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid id, DownloadResult handler, CancellationToken cancellation) =>
        Actor.From(context.User) is { } actor && await handler.HandleAsync(actor, id, () => Attach(context, $"screening-{id:N}.csv"), cancellation)
            ? TypedResults.Empty : TypedResults.NotFound();
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Access;
using Portal.Casework.Background;
using Portal.Casework.Rosters;
using Portal.Casework.Runs;

namespace Portal.Features.Refunds.Screening;

/// <summary>Rosters come in, are screened and stored.</summary>
public static class ScreeningFeature
{
    /// <summary>What the command line needs as well: storing and reading a roster.</summary>
    public static void AddRosterReading(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(LeaseTerm.From(builder.Configuration));
        builder.Services.AddSingleton<RosterFiles>();
        builder.Services.AddSingleton<UploadRoster>();
        builder.Services.AddSingleton<ReadRun>();
    }

    public static void AddScreening(this IHostApplicationBuilder builder)
    {
        builder.AddRosterReading();
        builder.Services.AddSingleton<RosterForm>();
        builder.Services.AddHostedService<RunReader>();
        builder.Services.AddSingleton<ListRuns>();
    }

    public static void MapScreening(this WebApplication app) => app.MapPost("/runs/upload", UploadAsync)
        .RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Operator })
        // The form counts for itself, so that a file too large gets an answer instead of a dead connection.
        .WithMetadata(new DisableRequestSizeLimitAttribute())
        .ExcludeFromDescription();

    private static async Task<IResult> UploadAsync(HttpContext context, RosterForm form, UploadRoster upload, WorkSignal<RunReader> reader, CancellationToken cancellation)
    {
        if (Actor.From(context.User) is not { Place: { } place } actor) return TypedResults.Forbid();
        var received = await form.ReadAsync(context, cancellation);
        if (received.Problem is { } problem) return BackTo(problem);
        switch (await upload.HandleAsync(actor, place, received.Roster!, received.AsOf, cancellation))
        {
            case UploadResult.Stored stored:
                reader.Raise();
                return TypedResults.LocalRedirect($"~/runs/{stored.RunId}/progress");
            case UploadResult.Refused refused:
                return BackTo(refused.Problem);
            default:
                throw new InvalidOperationException("An upload is stored or refused.");
        }
    }

    private static IResult BackTo(UploadProblem problem) => TypedResults.LocalRedirect($"~/runs?problem={problem}#upload");
}

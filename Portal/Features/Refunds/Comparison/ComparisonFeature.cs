using Microsoft.AspNetCore.Authorization;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Uploads;

namespace Portal.Features.Refunds.Comparison;

/// <summary>What a run has otherwise than an earlier one.</summary>
public static class ComparisonFeature
{
    public static void AddComparison(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CompareRuns>();
        builder.Services.AddSingleton<DownloadComparison>();
    }

    public static void MapComparison(this WebApplication app)
    {
        app.MapGet("/runs/{id:guid}/compare/{earlier:guid}.csv", DownloadAsync)
            .RequireAuthorization(new AuthorizeAttribute { Roles = RunAccess.Viewers })
            .ExcludeFromDescription();
        // The choice is a plain form: it works with scripts off.
        app.MapGet("/runs/{id:guid}/compare", (Guid id, Guid? with) => TypedResults.LocalRedirect(with is { } earlier ? $"~/runs/{id}/compare/{earlier}" : $"~/runs/{id}"))
            .RequireAuthorization(new AuthorizeAttribute { Roles = RunAccess.Viewers })
            .ExcludeFromDescription();
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid id, Guid earlier, DownloadComparison handler, CancellationToken cancellation) =>
        Actor.From(context.User) is { } actor
            && await handler.HandleAsync(actor, id, earlier, () => context.BeginFile(FileResponse.Csv, $"changes-{id:N}.csv"), cancellation)
            ? TypedResults.Empty : TypedResults.NotFound();
}

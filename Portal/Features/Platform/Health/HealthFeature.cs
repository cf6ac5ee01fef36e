using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Platform.Health;

/// <summary>Whether the portal can do its work: it can when its database answers.</summary>
public static class HealthFeature
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>An endpoint of its own, because pages answer HEAD and probes by 405.</summary>
    public static void MapHealth(this WebApplication app) => app.MapGet("/health", AnswerAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(IDbContextFactory<PortalDbContext> databases, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await using var db = await databases.CreateDbContextAsync(limit.Token);
            // A question to a table: an empty file also lets itself be opened.
            await db.Regions.AnyAsync(limit.Token);
            return Results.Json(new { status = "healthy" });
        }
        catch (Exception failure) when (failure is DbException or OperationCanceledException or InvalidOperationException)
        {
            return Results.Json(new { status = "unhealthy" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

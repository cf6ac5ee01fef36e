using System.Globalization;
using Portal.Access;

namespace Portal.Features.Platform.Live;

/// <summary>Tells open pages that something has happened on a case, so that they show it without being loaded anew.</summary>
/// <remarks>
/// Server-sent events and a small script rather than circuits: a page stays a plain page that works without
/// scripts, weighs two kilobytes more, and costs the server a waiting request instead of a kept component tree.
/// </remarks>
public static class LiveFeature
{
    public static void AddLive(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<CaseChangeFeed>().AddSingleton<ListenToCases>();

    public static void MapLive(this WebApplication app)
    {
        app.MapGet("/live/home", (HttpContext context, ListenToCases listen, long? since) => Stream(context, listen, null, since)).RequireAuthorization();
        app.MapGet("/live/cases/{no}", async (string no, HttpContext context, ListenToCases listen, long? since) =>
            Actor.From(context.User) is { } actor && await listen.MayAsync(actor, no, context.RequestAborted) ? Stream(context, listen, no, since) : Results.NotFound())
            .RequireAuthorization();
    }

    private static IResult Stream(HttpContext context, ListenToCases listen, string? no, long? since)
    {
        if (Actor.From(context.User) is not { } actor) return Results.NotFound();
        // Taken up again after a break, the browser says what it saw last.
        var seen = long.TryParse(context.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var last) ? last : since ?? 0;
        return TypedResults.ServerSentEvents(listen.HandleAsync(actor, no, seen, context.RequestAborted));
    }
}

using Portal.Access;

namespace Portal.Features.Citizen.Attachments;

public static class AttachmentsFeature
{
    public static void AddAttachments(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<DownloadAttachment>();

    public static void MapAttachments(this WebApplication app) =>
        app.MapGet("/attachments/{id:guid}", async (Guid id, HttpContext context, DownloadAttachment handler) =>
        {
            var actor = Actor.From(context.User);
            if (actor is null || await handler.HandleAsync(actor, id, context.RequestAborted) is not { } file) return Results.NotFound();
            // Somebody else's paper: never shown inside the portal's own pages, guessed at, or left in a cache.
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-store";
            return Results.File(file.Bytes, file.ContentType, file.FileName);
        }).RequireAuthorization();
}

using Portal.Access;

namespace Portal.Features.Citizen.Attachments;

public static class AttachmentsFeature
{
    public static void AddAttachments(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<DownloadAttachment>();

    public static void MapAttachments(this WebApplication app) =>
        app.MapGet("/attachments/{id:guid}", async (Guid id, bool? inline, HttpContext context, DownloadAttachment handler) =>
        {
            var actor = Actor.From(context.User);
            if (actor is null || await handler.HandleAsync(actor, id, context.RequestAborted) is not { } file) return Results.NotFound();
            if (inline != true) return Results.File(file.Bytes, file.ContentType, file.FileName);
            // Shown in a page, somebody else's paper runs nothing and loads nothing.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
            return Results.Bytes(file.Bytes, file.ContentType);
        }).RequireAuthorization();
}

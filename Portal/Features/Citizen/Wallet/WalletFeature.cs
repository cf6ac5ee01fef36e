using Portal.Access;

namespace Portal.Features.Citizen.Wallet;

/// <summary>我的证照: certificates kept for applications to come.</summary>
public static class WalletFeature
{
    public static void AddWallet(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ListDocuments>()
        .AddSingleton<AddDocument>()
        .AddSingleton<DateDocument>()
        .AddSingleton<RemoveDocument>()
        .AddSingleton<DownloadDocument>();

    public static void MapWallet(this WebApplication app) =>
        app.MapGet("/me/documents/{id:guid}", async (Guid id, HttpContext context, DownloadDocument handler) =>
        {
            if (Actor.From(context.User) is not { } actor || await handler.HandleAsync(actor, id, context.RequestAborted) is not { } file) return Results.NotFound();
            return Results.File(file.Bytes, file.ContentType, file.FileName);
        }).RequireAuthorization();
}

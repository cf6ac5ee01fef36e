using Portal.Uploads;

namespace Portal.Features.Public.Publications;

/// <summary>Published lists for everybody to see, and objections to them (公示).</summary>
public static class PublicationsFeature
{
    public static void AddPublications(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ListPublications>();
        builder.Services.AddSingleton<ShowPublication>();
        builder.Services.AddSingleton<DownloadPublication>();
        builder.Services.AddSingleton<FileObjection>();
        builder.Services.AddSingleton<LookUpRefund>();
        builder.Services.AddSingleton<ShowExcludedFirm>();
    }

    public static void MapPublications(this WebApplication app) =>
        app.MapGet("/publications/{id:guid}/list.csv", DownloadAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid id, string? city, DownloadPublication handler, CancellationToken cancellation) =>
        await handler.HandleAsync(id, city, () => context.BeginFile(FileResponse.Csv, $"publication-{id:N}.csv"), cancellation) ? TypedResults.Empty : TypedResults.NotFound();
}

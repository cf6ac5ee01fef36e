namespace Portal.Features.Public.Publications;

/// <summary>Published lists for everybody to see, and objections to them (公示).</summary>
public static class PublicationsFeature
{
    public static void AddPublications(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ListPublications>();
        builder.Services.AddSingleton<ShowPublication>();
        builder.Services.AddSingleton<FileObjection>();
        builder.Services.AddSingleton<LookUpRefund>();
        builder.Services.AddSingleton<ShowExcludedFirm>();
    }
}

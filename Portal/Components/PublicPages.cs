using System.IO.Compression;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;

namespace Portal.Components;

/// <summary>
/// Pages that are the same for everybody who is not signed in: kept ready made and sent compressed. A page joins by
/// <c>@attribute [OutputCache(PolicyName = PublicPages.Policy)]</c>; it must be static and hold no form with a token.
/// </summary>
/// <remarks>
/// What a page was made from is part of its key, so nothing has to be thrown out: a page that was being rendered while
/// a value changed is stored under the old key, where nobody looks any more.
/// </remarks>
public sealed class PublicPages
{
    public const string Policy = "public";

    /// <summary>Bounds how long another instance of the portal goes on without a change made here.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private int _version;

    /// <summary>Makes every public page new at the next visit, after something that pages show was changed.</summary>
    public void Renew() => Interlocked.Increment(ref _version);

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<PublicPages>();
        services.AddOutputCache(options => options.AddPolicy(Policy, page => page
            .Expire(KeptFor)
            // Only what pages read: made-up names and values must not push real pages out.
            .SetVaryByQuery("who", "city")
            .VaryByValue(context => KeyValuePair.Create("made-from", context.RequestServices.GetRequiredService<PublicPages>().MadeFrom(context)))
            .VaryByValue(context => KeyValuePair.Create("display", Appearance.From(context).Text))
            .VaryByValue(context => KeyValuePair.Create("encoding", Encoding(context)))));
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
    }

    /// <summary>After authentication, for whoever is signed in is neither served from the cache nor stored in it.</summary>
    public static void UseIn(IApplicationBuilder app)
    {
        // The cache first: it keeps the compressed bytes.
        app.UseOutputCache();
        app.UseWhen(MayCompress, branch => branch.UseResponseCompression());
    }

    // A compressed page that holds a secret beside what a stranger can put into it gives the secret away by its length
    // (BREACH). Public pages of strangers hold none, and interactive ones only what is encrypted anew for each answer;
    // everything else is sent as it is.
    private static bool MayCompress(HttpContext context) =>
        context.User.Identity?.IsAuthenticated != true
        && context.GetEndpoint() is { } page
        && (page.Metadata.GetMetadata<OutputCacheAttribute>() is { PolicyName: Policy } || InteractivePages.IsInteractive(page));

    private static string Encoding(HttpContext context) =>
        context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context)?.EncodingName ?? "identity";

    private string MadeFrom(HttpContext context)
    {
        var services = context.RequestServices;
        return $"{services.GetRequiredService<BusinessClock>().Today:yyyyMMdd}-{services.GetRequiredService<RulebookSource>().Version}-{Volatile.Read(ref _version)}";
    }
}

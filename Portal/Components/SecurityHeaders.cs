namespace Portal.Components;

/// <summary>The one place that tells browsers what pages of the portal may do, and what may be kept of them.</summary>
/// <remarks>
/// Nothing runs or styles but files of the portal's own; the component library alone writes styles into interactive pages.
/// An answer with rules of its own, such as a paper shown in a page, sets them itself and is left alone.
/// </remarks>
public static class SecurityHeaders
{
    private const string Files = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; style-src 'self'";
    private const string LibraryStyles = " 'unsafe-inline'";

    /// <summary>Before all that answers, also in place of what failed.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() => Set(context));
        return next(context);
    });

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", InteractivePages.UsesLibrary(context.GetEndpoint()) ? Files + LibraryStyles : Files);
        headers.XContentTypeOptions = "nosniff";
        // Addresses bear case numbers: other sites learn nothing of them.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // What is made for a person is kept by no browser and nothing on the way.
        if (context.User.Identity?.IsAuthenticated == true && !IsFile(context)) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    // Sheets, scripts and pictures are the same for everybody.
    private static bool IsFile(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}

using Portal.Access;
using Portal.Components;

namespace Portal.Features.Platform.Display;

/// <summary>显示设置: light or dark, and the large version for older people (长辈版); no script, no account.</summary>
public static class DisplayFeature
{
    public const string SetPath = "/display/set";

    public static void MapDisplay(this WebApplication app) => app.MapGet(SetPath, Set).AllowAnonymous();

    /// <remarks>A GET, so that cached pages can link to it: it changes what the asking browser sees and nothing else.</remarks>
    private static IResult Set(HttpContext context, string? scheme, string? large, string? back)
    {
        var now = Appearance.From(context);
        var wanted = new Appearance(
            Enum.GetValues<ColourScheme>().Where(one => Appearance.Name(one) == scheme).Cast<ColourScheme?>().FirstOrDefault() ?? now.Scheme,
            large is null ? now.IsLarge : large == "1");
        if (wanted == Appearance.Default) context.Response.Cookies.Delete(Appearance.Cookie);
        else context.Response.Cookies.Append(Appearance.Cookie, wanted.Text, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(365),
        });
        return Results.LocalRedirect(LocalUrl.Or(back ?? CameFrom(context.Request), "/"));
    }

    private static string? CameFrom(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value ? page.PathAndQuery : null;
}

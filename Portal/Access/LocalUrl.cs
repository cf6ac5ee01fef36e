
namespace Portal.Access;

/// <summary>Where to go after signing in: only within the portal, or a forged link could lead people to a copy of it.</summary>
public static class LocalUrl
{
    public static string Or(string? url, string otherwise) => IsLocal(url) ? url! : otherwise;

    private static bool IsLocal(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}

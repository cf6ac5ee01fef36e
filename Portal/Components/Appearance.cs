namespace Portal.Components;

public enum ColourScheme
{
    /// <summary>As the device says.</summary>
    Auto,
    Light,
    Dark,
}

/// <summary>How somebody wants to see the portal, remembered in a cookie that says nothing else of them.</summary>
/// <param name="IsLarge">长辈版: bigger type and targets, fewer things on a page, read aloud.</param>
public sealed record Appearance(ColourScheme Scheme, bool IsLarge)
{
    public const string Cookie = "portal-display";

    public static readonly Appearance Default = new(ColourScheme.Auto, false);

    /// <summary>Reads the cookie; whatever it does not understand is as the default.</summary>
    public static Appearance From(HttpContext? context)
    {
        var parts = context?.Request.Cookies[Cookie]?.Split('.') ?? [];
        return new Appearance(
            parts.Contains("dark") ? ColourScheme.Dark : parts.Contains("light") ? ColourScheme.Light : ColourScheme.Auto,
            parts.Contains("large"));
    }

    /// <summary>The cookie's text, one for each appearance; empty for the default.</summary>
    public string Text => string.Join('.', ((string?[])[Scheme == ColourScheme.Auto ? null : Name(Scheme), IsLarge ? "large" : null]).OfType<string>());

    /// <summary>The media for which the dark sheet holds; null where it is not wanted. Paper stays white.</summary>
    public string? DarkMedia => Scheme switch
    {
        ColourScheme.Dark => "screen",
        ColourScheme.Light => null,
        _ => "screen and (prefers-color-scheme: dark)",
    };

    public static string Name(ColourScheme scheme) => scheme switch
    {
        ColourScheme.Dark => "dark",
        ColourScheme.Light => "light",
        _ => "auto",
    };
}

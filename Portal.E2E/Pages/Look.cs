using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>One of the ways the portal can be shown, as its cookie says it.</summary>
public sealed record Look(string Name, string Cookie)
{
    public static readonly Look Light = new("light", "light");

    public static readonly Look Dark = new("dark", "dark");

    /// <summary>长辈版.</summary>
    public static readonly Look Large = new("large", "light.large");

    public static readonly IReadOnlyList<Look> All = [Light, Dark, Large];

    /// <summary>Holds from the next page on.</summary>
    public Task WearAsync(IPage page) =>
        page.Context.AddCookiesAsync([new Cookie { Name = "portal-display", Value = Cookie, Domain = "127.0.0.1", Path = "/" }]);
}

using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Portal.E2E.Support;

/// <summary>Who has signed in during this test run. Every portal starts from the same data, keys of the cookies included, so one's cookie is good at all.</summary>
internal static class Sessions
{
    private const string Name = "portal.session";

    private static readonly ConcurrentDictionary<string, Session> Known = new();

    public static Session? Of(string account) => Known.GetValueOrDefault(account);

    /// <param name="page">Where the account has just signed in.</param>
    public static async Task KeepAsync(string account, IPage page)
    {
        var cookie = (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == Name);
        Known[account] = new Session(
            new Cookie { Name = Name, Value = cookie.Value, Domain = cookie.Domain, Path = "/", HttpOnly = true, SameSite = cookie.SameSite }, new Uri(page.Url).PathAndQuery);
    }
}

/// <param name="Landing">The page that signing in leads to.</param>
internal sealed record Session(Cookie Cookie, string Landing);

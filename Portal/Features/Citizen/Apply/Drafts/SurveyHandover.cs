using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>Takes the questionnaire's answers past the sign-in without keeping them: they lie sealed in the browser, for half an hour.</summary>
/// <remarks>A redirect to the sign-in page loses what was posted, and an address would stand in histories and logs.</remarks>
public sealed class SurveyHandover(IDataProtectionProvider protection)
{
    private const string Cookie = "portal.answers";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // Many answers make more than one cookie may hold.
    private readonly ChunkingCookieManager _cookies = new();
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("questionnaire answers").ToTimeLimitedDataProtector();

    public void Keep(HttpContext context, Selection selection) => _cookies.AppendResponseCookie(
        context, Cookie, _protector.Protect(JsonSerializer.Serialize(selection), Lifetime), Options(context));

    /// <returns>Null where there is none, or it is older than half an hour.</returns>
    public Selection? Read(HttpContext context)
    {
        try
        {
            return _cookies.GetRequestCookie(context, Cookie) is { Length: > 0 } sealedText ? JsonSerializer.Deserialize<Selection>(_protector.Unprotect(sealedText)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Drop(HttpContext context) => _cookies.DeleteCookie(context, Cookie, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/apply",
    };
}

using Microsoft.AspNetCore.DataProtection;

namespace Portal.Identity;

/// <summary>Remembers, in a sealed cookie, whose account was signed in to on a device: strangers who guess elsewhere do not make it wait.</summary>
/// <remarks>It signs nobody in. One account a device, the last; whoever shares a device is counted by address, as a stranger is.</remarks>
public sealed class KnownDevices(IDataProtectionProvider protection)
{
    private const string CookieName = "portal.device";
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Portal.KnownDevices").ToTimeLimitedDataProtector();

    /// <returns>The device; null where this account was not signed in to on it.</returns>
    public Guid? Find(HttpContext context, Guid user)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 and < 1000 } text) return null;
        try
        {
            return _seal.Unprotect(text).Split(' ') is [var known, var device] && known == user.ToString() && Guid.TryParse(device, out var id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, Guid user, Guid? device) => context.Response.Cookies.Append(
        CookieName, _seal.Protect($"{user} {device ?? Guid.NewGuid()}", KeptFor),
        new CookieOptions { HttpOnly = true, IsEssential = true, MaxAge = KeptFor, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
}

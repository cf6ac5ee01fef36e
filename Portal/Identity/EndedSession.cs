using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Portal.Access;

namespace Portal.Identity;

/// <summary>Tells the sign-in page that a session has ended and why, and keeps the form that was sent with it.</summary>
internal static class EndedSession
{
    /// <summary>For the sign-in page: <see cref="Expired"/> or <see cref="Revoked"/>, in its address.</summary>
    public const string Why = "ended";

    public const string Expired = "expired";

    /// <summary>Signed out everywhere, by a new password or by an administrator.</summary>
    public const string Revoked = "revoked";

    /// <summary>Whether what was typed comes back.</summary>
    public const string Kept = "kept";

    public static void TellIn(CookieAuthenticationOptions cookie)
    {
        var redirect = cookie.Events.OnRedirectToLogin;
        cookie.Events.OnRedirectToLogin = async context =>
        {
            if (TicketOf(context) is { } ticket && Actor.From(ticket.Principal) is { } person)
            {
                var isOver = ticket.Properties.ExpiresUtc <= context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
                context.RedirectUri += $"&{Why}={(isOver ? Expired : Revoked)}";
                if (await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.Request, person.UserId)) context.RedirectUri += $"&{Kept}=true";
            }

            await redirect(context);
        };
        cookie.Events.OnSigningOut = context =>
        {
            if (Actor.From(context.HttpContext.User) is { } person) context.HttpContext.RequestServices.GetRequiredService<KeptForms>().Drop(person.UserId);
            return Task.CompletedTask;
        };
    }

    // Sealed by the portal itself, whether or not it is still good: whose it was stands in it.
    private static AuthenticationTicket? TicketOf(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Options.CookieManager.GetRequestCookie(context.HttpContext, context.Options.Cookie.Name!) is { Length: > 0 } text
            ? context.Options.TicketDataFormat.Unprotect(text) : null;
}

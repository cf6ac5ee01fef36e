using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Portal.Data.Accounts;

namespace Portal.Features.Citizen.Accounts;

/// <summary>Registering, signing in and out.</summary>
public static class AccountsFeature
{
    public static void AddAccounts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<SignIn>();
        builder.Services.AddScoped<RegisterPerson>();
        builder.Services.AddScoped<ChangePassword>();
    }

    public static void MapAccounts(this WebApplication app) => app.MapPost("/logout", SignOutAsync).AllowAnonymous();

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<PortalUser> session)
    {
        // Somebody whose session has ended meanwhile holds an old token and wants no more than to be signed out.
        if (context.User.Identity?.IsAuthenticated != true) return Results.LocalRedirect("/");
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        await session.SignOutAsync();
        return Results.LocalRedirect("/");
    }
}

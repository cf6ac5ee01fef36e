using Microsoft.Net.Http.Headers;
using Portal.Access;

namespace Portal.Features.Citizen.Firms;

/// <summary>Acting for a firm: claiming it, inviting colleagues, leaving it.</summary>
public static class FirmsFeature
{
    public static void AddFirms(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ClaimFirm>()
        .AddSingleton<DecideFirmClaim>()
        .AddSingleton<FindFirmClaim>()
        .AddSingleton<FindLetter>()
        .AddSingleton<ListMyFirms>()
        .AddSingleton<ShowFirm>()
        .AddSingleton<InviteColleague>()
        .AddSingleton<JoinFirm>()
        .AddSingleton<RemoveColleague>()
        .AddSingleton<AppointAdministrator>();

    public static void MapFirms(this WebApplication app) =>
        app.MapGet("/firms/letters/{id:guid}", SendLetterAsync).RequireAuthorization();

    private static async Task<IResult> SendLetterAsync(Guid id, HttpContext context, FindLetter letters, CancellationToken cancellation)
    {
        if (Actor.From(context.User) is not { } actor || await letters.HandleAsync(actor, id, cancellation) is not { } letter) return Results.NotFound();
        // Somebody else's file is never shown as a page of the portal, nor kept by a cache on the way.
        context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        context.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
        return Results.File(letter.Bytes, letter.ContentType, letter.FileName);
    }
}

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Portal.Access;
using Portal.Casework.Schedule;
using Portal.Identity;
using Portal.Uploads;

namespace Portal.Features.Citizen.Privacy;

/// <summary>What is kept of people and who saw it: notice, consent, copy, closing, and the reasoned look at a masked field.</summary>
public static class PrivacyFeature
{
    public const string DownloadPath = "/me/privacy/data";

    public static void AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<GiveConsent>()
            .AddSingleton<WithdrawConsent>()
            .AddSingleton<ShowMyPrivacy>()
            .AddSingleton<OwnData>()
            .AddSingleton<DownloadMyData>()
            .AddSingleton<ListMyViews>()
            .AddSingleton<ListViews>()
            .AddSingleton<UnmaskField>()
            .AddSingleton<ExportNumbers>()
            .AddSingleton<CaseLocking>()
            .AddSingleton<Erasure>()
            .AddDailyTask<EraseExpired>()
            .AddScoped<CloseAccount>();
    }

    public static void MapPrivacy(this WebApplication app)
    {
        app.MapPost(DownloadPath, DownloadAsync).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/desk/cases/{no}/numbers/{act:guid}", async (string no, Guid act, HttpContext context, ExportNumbers handler, CancellationToken cancellation) =>
        {
            if (Actor.From(context.User) is not { } actor || await handler.FetchAsync(actor, no, act, cancellation) is not { } file) return Results.NotFound();
            return Results.File(file, FileResponse.Workbook, $"numbers-{no}.xlsx");
        }).RequireAuthorization(policy => policy.RequireRole(Roles.Staff.Split(','))).ExcludeFromDescription();
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext context, IAntiforgery antiforgery, PasswordCheck passwords, DownloadMyData handler, CancellationToken cancellation)
    {
        if (Actor.From(context.User) is not { } actor || !await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(cancellation);
        var answer = await passwords.AskAsync(actor, form["Password"]);
        // The page says it beside the field; a word in the address tells nobody anything.
        if (answer != PasswordAnswer.Right) return Results.LocalRedirect($"/me/privacy?download={answer}#download-password");
        await handler.HandleAsync(actor, () =>
        {
            // .NET 10 writes the last bytes of every entry of an archive synchronously, even when it is closed asynchronously.
            if (context.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
            return context.BeginFile("application/zip", "my-data.zip");
        }, cancellation);
        return Results.Empty;
    }
}

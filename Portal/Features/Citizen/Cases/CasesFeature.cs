using Portal.Access;
using Portal.Features.Citizen.Cases.People;
using Portal.Uploads;

namespace Portal.Features.Citizen.Cases;

public static class CasesFeature
{
    public static void AddCases(this IHostApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<ShowMyCase>()
            .AddSingleton<WithdrawCase>()
            .AddSingleton<CorrectCase>()
            .AddSingleton<CorrectPerson>()
            .AddSingleton<TakeBackPerson>()
            .AddSingleton<LookUpCase>();
    }

    public static void MapCases(this WebApplication app) =>
        app.MapGet("/cases/{no}/people.csv", async (string no, HttpContext context, ShowMyCase showMyCase) =>
        {
            var actor = Actor.From(context.User);
            if (actor is null || await showMyCase.HandleAsync(actor, no, context.RequestAborted) is not { Record.People.Count: > 0 } found) return Results.NotFound();
            return Results.File(PeopleCsv.Write(found.Record, found.Measure), FileResponse.Csv, $"办件{no}-名单.csv");
        }).RequireAuthorization();
}

using Portal.Casework.Cases;
using Portal.Domain.Measures;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Apply.People;
using Portal.Uploads;

namespace Portal.Features.Citizen.Apply;

public static class ApplyFeature
{
    public static void AddApply(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ListApplications>()
        .AddSingleton<StartDraft>()
        .AddSingleton<OpenDraft>()
        .AddSingleton<SaveDraft>()
        .AddSingleton<DiscardDraft>()
        .AddSingleton<AttachFile>()
        .AddSingleton<DetachFile>()
        .AddSingleton<ImportPeople>()
        .AddSingleton<ReadSelection>()
        .AddSingleton<SurveyHandover>()
        .AddSingleton<ReceiveSurveyAnswers>()
        .AddSingleton<KeepDocument>()
        .AddSingleton<UseDocument>()
        .AddSingleton<ApplyAgain>()
        .AddSingleton<PlanNextMonth>()
        .AddSingleton<IOfferNextMonth, OfferNextMonth>()
        .AddSingleton<ClaimNextMonth>()
        .AddSingleton<ReviewApplication>()
        .AddSingleton<SubmitApplication>();

    public static void MapApply(this WebApplication app)
    {
        app.MapPost("/apply/answers", (HttpContext context, ReceiveSurveyAnswers take) => take.HandleAsync(context)).AllowAnonymous();
        app.MapGet("/apply/{code}/people.xlsx", (string code, MeasureCatalog catalog) =>
            Template(catalog, code, PeopleTemplate.Workbook, FileResponse.Workbook, "xlsx")).AllowAnonymous();
        app.MapGet("/apply/{code}/people.csv", (string code, MeasureCatalog catalog) => Template(catalog, code, PeopleTemplate.Csv, FileResponse.Csv, "csv")).AllowAnonymous();
    }

    private static IResult Template(MeasureCatalog catalog, string code, Func<Domain.Rules.Measure, Domain.Applications.PeopleList, byte[]> write, string type, string extension) =>
        catalog.Find(code) is { Application.People: { } list } measure
            ? Results.File(write(measure, list), type, $"{measure.Name}-{list.Title}模板.{extension}")
            : Results.NotFound();
}

using Portal.Access;
using Portal.Domain.Ledger;
using Portal.Domain.Values;
using Portal.Forms;
using Portal.Uploads;

namespace Portal.Features.Finance.MoneyViews;

/// <summary>Where the money of a place stands, for those who watch over it.</summary>
public static class MoneyViewsFeature
{
    public static void AddMoneyViews(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ShowMoney>()
        .AddSingleton<ListMoneyCases>()
        .AddSingleton<SumMoneyByCase>()
        .AddSingleton<ExportMoney>();

    public static void MapMoneyViews(this WebApplication app) =>
        app.MapGet("/desk/money.xlsx", async (HttpContext context, ExportMoney export, string? measure, string? city, string? source, string? month) =>
            Actor.From(context.User) is { } actor && await export.HandleAsync(actor, Read(measure, city, source, month), context.RequestAborted) is { } file
                ? Results.File(file, FileResponse.Workbook, "资金情况.xlsx")
                : Results.NotFound())
            .RequireAuthorization(policy => policy.RequireRole(MoneyFilter.Watchers.Split(',')));

    /// <summary>What an address says; what it says wrongly counts as not said.</summary>
    internal static MoneyFilter Read(string? measure, string? city, string? source, string? month) => new(
        string.IsNullOrEmpty(measure) ? null : measure,
        city is { Length: 6 } && city.All(char.IsAsciiDigit) ? city : null,
        EnumText.Read<FundingSource>(source),
        Month.TryParse(month ?? "", out var when) ? when : null);
}

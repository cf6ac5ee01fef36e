using Microsoft.AspNetCore.Authorization;
using Portal.Access;
using Portal.Casework.Schedule;
using Portal.Uploads;

namespace Portal.Features.Refunds.Accounts;

/// <summary>A firm confirms the account its automatic refund is paid to (免申即享); it is reminded, and staff see who has not answered.</summary>
public static class RefundsFeature
{
    public const string UnansweredCsv = "/desk/refunds/unanswered.csv";

    public static void AddRefunds(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ShowRefund>()
        .AddSingleton<ConfirmRefundAccount>()
        .AddSingleton<ListUnanswered>()
        .AddSingleton<DownloadUnanswered>()
        .AddSingleton<ListLetters>()
        .AddDailyTask<RemindFirms>()
        .AddDailyTask<NotifyOperators>();

    public static void MapRefunds(this WebApplication app) => app.MapGet(UnansweredCsv, DownloadAsync)
        .RequireAuthorization(new AuthorizeAttribute { Roles = WaitingRefunds.Viewers })
        .ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid? run, string? city, DownloadUnanswered handler, CancellationToken cancellation)
    {
        if (Actor.From(context.User) is not { } actor) return TypedResults.NotFound();
        await handler.HandleAsync(actor, new UnansweredFilter(run, city), () => context.BeginFile(FileResponse.Csv, "unanswered.csv"), cancellation);
        return TypedResults.Empty;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Uploads;

namespace Portal.Features.Finance.Batches;

/// <summary>拨付批次: what is due goes to the bank in batches.</summary>
public static class BatchesFeature
{
    public static void AddBatches(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<PreviewBatch>()
        .AddSingleton<CreateBatch>()
        .AddSingleton<ProposeBatch>()
        .AddSingleton<SendBatch>()
        .AddHostedService<BatchWorker>()
        .AddSingleton<ApproveBatch>()
        .AddSingleton<CancelBatch>()
        .AddSingleton<CloseBatch>()
        .AddSingleton<RemoveLine>()
        .AddSingleton<HoldLine>()
        .AddSingleton<ExportBatch>()
        .AddSingleton<ListBatches>()
        .AddSingleton<ShowBatch>()
        .AddSingleton<ShowLine>();

    public static void MapBatches(this WebApplication app) => app.MapPost("/desk/batches/{no}/export", ExportAsync)
        .RequireAuthorization(new AuthorizeAttribute { Roles = BatchRights.Viewers })
        .ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        HttpContext context, string no, [FromForm] string? format, [FromForm] string? reason, ExportBatch export, CancellationToken cancellation)
    {
        if (Actor.From(context.User) is not { } actor) return TypedResults.NotFound();
        var kind = format == nameof(TransferFormat.Csv) ? TransferFormat.Csv : TransferFormat.Pain001;
        var result = await export.HandleAsync(actor, no, kind, reason, () =>
        {
            var (type, extension) = kind == TransferFormat.Csv ? (FileResponse.Csv, "csv") : ("application/xml; charset=utf-8", "xml");
            return context.BeginFile(type, $"{no}.{extension}");
        }, cancellation);
        return result switch
        {
            ExportResult.Written => TypedResults.Empty,
            ExportResult.Refused refused => TypedResults.LocalRedirect($"~/desk/batches/{no}?problem={refused.Problem}#export"),
            _ => TypedResults.NotFound(),
        };
    }
}

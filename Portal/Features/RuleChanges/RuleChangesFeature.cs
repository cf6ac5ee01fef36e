using Microsoft.AspNetCore.Authorization;
using Portal.Access;
using Portal.Identity;

namespace Portal.Features.RuleChanges;

/// <summary>The parameter book and the holiday calendar, kept by two people: one proposes, another decides.</summary>
public static class RuleChangesFeature
{
    public static void AddRuleChanges(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ListParameters>()
        .AddSingleton<ShowParameter>()
        .AddSingleton<CaseEffects>()
        .AddSingleton<PreviewChange>()
        .AddSingleton<PreviewYear>()
        .AddSingleton<ProposeValue>()
        .AddSingleton<ProposeYear>()
        .AddSingleton<DecideRuleChange>()
        .AddSingleton<ListRuleChanges>()
        .AddSingleton<ShowRuleChange>()
        .AddSingleton<ListYears>()
        .AddSingleton<DownloadEffects>()
        .AddHostedService<RulebookWatcher>();

    public static void MapRuleChanges(this WebApplication app) => app.MapGet("/admin/changes/{id:guid}/effects.csv", DownloadAsync)
        .RequireAuthorization(new AuthorizeAttribute { Roles = RuleRights.Lookers })
        .ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid id, DownloadEffects handler, CancellationToken cancellation)
    {
        if (Actor.From(context.User) is not { } actor) return TypedResults.NotFound();
        return await handler.HandleAsync(actor, id, () =>
        {
            context.Response.ContentType = "text/csv; charset=utf-8";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"effects-{id:N}.csv\"";
            return context.Response.Body;
        }, cancellation) ? TypedResults.Empty : TypedResults.NotFound();
    }
}

using Microsoft.AspNetCore.Authorization;
using Portal.Access;
using Portal.Casework.RuleChanges;
using Portal.Uploads;

namespace Portal.Features.Administration.RuleChanges;

/// <summary>The parameter book and the holiday calendar, kept by two people: one proposes, another decides.</summary>
public static class RuleChangesFeature
{
    public static void AddRuleChanges(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<DecideRuleChange>()
        .AddSingleton<ListRuleChanges>()
        .AddSingleton<ShowRuleChange>()
        .AddSingleton<DownloadEffects>()
        .AddHostedService<RulebookWatcher>();

    public static void MapRuleChanges(this WebApplication app) => app.MapGet("/admin/changes/{id:guid}/effects.csv", DownloadAsync)
        .RequireAuthorization(new AuthorizeAttribute { Roles = RuleRights.Viewers })
        .ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid id, DownloadEffects handler, CancellationToken cancellation)
    {
        if (Actor.From(context.User) is not { } actor) return TypedResults.NotFound();
        return await handler.HandleAsync(actor, id, () => context.BeginFile(FileResponse.Csv, $"effects-{id:N}.csv"), cancellation) ? TypedResults.Empty : TypedResults.NotFound();
    }
}

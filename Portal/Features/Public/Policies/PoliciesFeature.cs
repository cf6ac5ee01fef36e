namespace Portal.Features.Public.Policies;

/// <summary>The list of clauses and measures and a guide to each (政策清单, 办事指南), for everybody and without scripts.</summary>
public static class PoliciesFeature
{
    public static void AddPolicies(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ListPolicies>()
        .AddSingleton<ShowPolicy>()
        .AddSingleton<ShowClause>();
}

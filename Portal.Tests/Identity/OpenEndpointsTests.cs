using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Support;

namespace Portal.Tests.Identity;

/// <summary>Whoever is not signed in reaches what stands here and nothing else.</summary>
public sealed class OpenEndpointsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Open =
    [
        "/", "/account-closed", "/calculators", "/calculators/{Code}", "/check", "/check/firm", "/check/person", "/check/{Code}", "/denied", "/display", "/error",
        "/login", "/lookup", "/lookup/refund", "/lookup/refund/{RunId:guid}/{Number:int}/objection", "/not-found", "/offline", "/policies", "/policies/{Code}",
        "/privacy", "/publications", "/publications/{RunId:guid}", "/publications/{RunId:guid}/objection/{Number:int}", "/register",
        "/api/v1/assessments", "/api/v1/measures", "/api/v1/measures/{code}", "/api/v1/parameters", "/api/v1/working-days", "/openapi/{documentName}.json",
        "/apply/answers", "/apply/{code}/people.csv", "/apply/{code}/people.xlsx", "/display/set", "/health", "/logout", "/publications/{id:guid}/list.csv", "/activate/{Id:guid}",
    ];

    [Fact]
    public void Only_what_is_marked_open_is_open()
    {
        using var opened = portal.CreateClient();
        var open = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            // Sheets, scripts and pictures are the same for everybody.
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !IsConnection(route)).Distinct();

        Assert.Equal(Open.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_says_nothing_asks_for_a_sign_in() =>
        Assert.NotNull(portal.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<AuthorizationOptions>>().Value.FallbackPolicy);

    // Of interactive pages: what may be done over it each page says itself.
    private static bool IsConnection(string route) => route.StartsWith("/_blazor", StringComparison.Ordinal) || route.StartsWith("/_framework", StringComparison.Ordinal);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Components;

public static class StaticPages
{
    /// <summary>
    /// Once a render mode is registered the framework gives every page a kilobyte of circuit state and an antiforgery
    /// cookie, which no cache may store. Pages that never become interactive are told that there is no render mode.
    /// The metadata's type is internal: should it go, pages are heavier but work, and the test of their cookies fails.
    /// </summary>
    public static RazorComponentsEndpointConventionBuilder WithoutStateOnStaticPages(this RazorComponentsEndpointConventionBuilder pages)
    {
        var type = typeof(ComponentTypeMetadata).Assembly
            .GetType("Microsoft.AspNetCore.Components.Endpoints.ConfiguredRenderModesMetadata");
        if (type is null)
        {
            return pages;
        }
        var none = Activator.CreateInstance(type, [Array.Empty<IComponentRenderMode>()])!;
        pages.Finally(endpoint =>
        {
            var page = endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault();
            if (page is not null && !InteractivePages.IsInteractive(page.Type))
            {
                endpoint.Metadata.Add(none);
            }
        });
        return pages;
    }

    /// <summary>The connection of interactive pages is open to strangers, for whom some of them are; each page says itself who may see it.</summary>
    public static RazorComponentsEndpointConventionBuilder WithOpenConnection(this RazorComponentsEndpointConventionBuilder pages)
    {
        pages.Add(endpoint =>
        {
            if (!endpoint.Metadata.OfType<ComponentTypeMetadata>().Any()) endpoint.Metadata.Add(new AllowAnonymousAttribute());
        });
        return pages;
    }

    /// <summary>Kind pages for errors and refusals.</summary>
    public static WebApplication UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(async (context, next) =>
        {
            if (!IsForPeople(context) && context.Features.Get<IStatusCodePagesFeature>() is { } statusPages)
            {
                statusPages.Enabled = false;
            }
            // A failed POST runs again as a POST to the error page, which would refuse it as a form without a token.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                || context.Features.Get<IExceptionHandlerFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
            }
            await next(context);
            // A form refused for its token has announced html and sent none: announced, no error page would follow.
            var response = context.Response;
            if (response is { StatusCode: 400, HasStarted: false } && response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            {
                response.ContentType = null;
            }
        });
        return app;
    }

    // Programs get the bare status and its problem document, not a page.
    private static bool IsForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}

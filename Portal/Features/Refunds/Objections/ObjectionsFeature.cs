using Microsoft.AspNetCore.Authorization;
using Portal.Access;

namespace Portal.Features.Refunds.Objections;

/// <summary>Objections to a published list, and what follows when one is upheld.</summary>
public static class ObjectionsFeature
{
    public static void AddObjections(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DecideObjection>();
        builder.Services.AddSingleton<OpenObjectionPaper>();
        builder.Services.AddSingleton<SupplementRows>();
        builder.Services.AddSingleton<DecideAgain>();
    }

    public static void MapObjections(this WebApplication app) =>
        app.MapGet("/desk/objections/{id:guid}/papers/{paper:guid}", OpenAsync)
            .RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Reviewer })
            .ExcludeFromDescription();

    private static async Task<IResult> OpenAsync(HttpContext context, Guid id, Guid paper, OpenObjectionPaper handler, CancellationToken cancellation)
    {
        if (Actor.From(context.User) is not { } actor || await handler.HandleAsync(actor, id, paper, cancellation) is not { } file) return TypedResults.NotFound();
        return Results.File(file.Bytes, file.ContentType, file.FileName);
    }
}

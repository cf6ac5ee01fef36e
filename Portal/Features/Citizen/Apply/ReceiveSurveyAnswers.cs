using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Cases;
using Portal.Domain.Entitlements;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply;

/// <summary>Takes what was chosen at the end of the questionnaire, and begins the application at once where nothing is left to ask.</summary>
public sealed class ReceiveSurveyAnswers(
    IDbContextFactory<PortalDbContext> databases, ReadSelection read, StartDraft start, SurveyHandover way, IAntiforgery antiforgery)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        // A page left open over a sign-in holds an old token: the next page says that the answers did not come along.
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context)) return Results.LocalRedirect(StartPage.Address);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var answers = form["answers"].ToString();
        var selection = new Selection([.. form["measure"].OfType<string>().Distinct().Take(20)], answers.Length > AnswerSheet.MaxLength ? "" : answers);
        var (measures, carried) = await read.HandleAsync(selection, context.RequestAborted);
        if (Actor.From(context.User) is { IsStaff: false } actor && measures.Count > 0
            && !NotCombined.Among(measures.Select(measure => measure.Code)).Any()
            && await start.HandleAsync(actor, [.. measures.Select(measure => measure.Code)], await OnlyFirmAsync(actor, measures, context.RequestAborted), carried, context.RequestAborted)
                is StartDraftResult.Started started)
            return Results.LocalRedirect(started.Address);
        way.Keep(context, selection);
        return Results.LocalRedirect(StartPage.Address);
    }

    /// <summary>The firm of someone who acts for one only; with several, the next page asks.</summary>
    private async Task<Guid?> OnlyFirmAsync(Actor actor, IReadOnlyList<Measure> measures, CancellationToken cancellation)
    {
        if (measures[0].Audience == Audience.Person) return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.FirmMemberships.Where(member => member.UserId == actor.UserId).Select(member => member.FirmId).Take(2).ToListAsync(cancellation) is [var only] ? only : null;
    }
}

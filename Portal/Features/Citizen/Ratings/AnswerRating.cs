using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Ratings;
using Portal.Data.Work;

namespace Portal.Features.Citizen.Ratings;

public abstract record AnswerResult
{
    public sealed record Answered : AnswerResult;

    public sealed record Invalid(string Message) : AnswerResult;

    public sealed record NotFound : AnswerResult;
}

/// <summary>A supervisor of the place says what was found about a bad rating and what was done; the applicant is told.</summary>
public sealed class AnswerRating(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public const int AnswerAtMost = 1000;

    public async Task<Rating?> ShowAsync(Actor actor, string no, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rating = await db.Ratings.AsNoTracking().Include(r => r.Case).SingleOrDefaultAsync(r => r.Case.No == no, cancellation);
        return rating is { IsBad: true } && actor.MayAs(Roles.Supervisor, rating.Case.RegionCode) ? rating : null;
    }

    public async Task<AnswerResult> HandleAsync(Actor actor, string no, string? answer, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rating = await db.Ratings.Include(r => r.Case).SingleOrDefaultAsync(r => r.Case.No == no, cancellation);
        if (rating is not { IsBad: true } || !actor.MayAs(Roles.Supervisor, rating.Case.RegionCode)) return new AnswerResult.NotFound();
        if (rating.AnsweredAt is not null) return new AnswerResult.Answered();
        var text = answer?.Trim() ?? "";
        if (text.Length == 0) return new AnswerResult.Invalid("请写明核实的情况和怎么改进，申请人会看到。");
        if (text.Length > AnswerAtMost) return new AnswerResult.Invalid($"最多 {AnswerAtMost} 个字，现在是 {text.Length} 个字，请精简一些。");

        (rating.Answer, rating.AnsweredByName, rating.AnsweredAt) = (text, actor.Name, clock.Now);
        rating.Case.AddEvent(actor, clock, "已回访您的评价", text);
        await db.CloseWorkAsync(clock, WorkKind.BadRating, no, actor, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another supervisor was quicker; the page shows their answer.
        }

        return new AnswerResult.Answered();
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Ratings;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;

namespace Portal.Features.Citizen.Ratings;

public abstract record RateResult
{
    public sealed record Rated : RateResult;

    public sealed record Invalid(string FieldId, string Message) : RateResult;

    public sealed record NotYet : RateResult;

    public sealed record NotFound : RateResult;
}

/// <summary>An applicant rates how a closed case was handled; a bad rating becomes a task for the supervisors of the place.</summary>
public sealed class RateCase(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock)
{
    public const int CommentAtMost = 500;

    public async Task<RateResult> HandleAsync(Actor actor, string no, int score, string? comment, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || !await db.IsPartyAsync(actor, record, cancellation)) return new RateResult.NotFound();
        if (await db.Ratings.AnyAsync(rating => rating.CaseId == record.Id, cancellation)) return new RateResult.Rated();
        if (!MayBeRated(record.State)) return new RateResult.NotYet();
        var text = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        if (RatingTexts.Levels.All(level => level.Score != score)) return new RateResult.Invalid("score", "请选择一个评价。");
        if (text?.Length > CommentAtMost) return new RateResult.Invalid("comment", $"最多 {CommentAtMost} 个字，现在是 {text.Length} 个字，请精简一些。");
        if (score <= Rating.BadAtMost && text is null) return new RateResult.Invalid("comment", "请写一写哪里不满意，我们好改进、好回访您。");

        db.Add(new Rating { CaseId = record.Id, UserId = actor.UserId, Score = score, Comment = text, At = clock.Now });
        // Without the words: a history is never changed, and a person may have what they wrote erased.
        record.AddEvent(actor, clock, $"评价：{RatingTexts.Of(score)}");
        if (score <= Rating.BadAtMost) await AskToAnswerAsync(db, record, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // Pressed twice at the same moment: the first stands.
        }

        return new RateResult.Rated();
    }

    public static bool MayBeRated(CaseState state) => state is CaseState.Settled or CaseState.Refused;

    private async Task AskToAnswerAsync(PortalDbContext db, Case record, CancellationToken cancellation)
    {
        // Where the calendar ends, the task is without a date, rather than the rating unsaid.
        var due = AnswerTerm.From((await rulebooks.RulesAsync(cancellation)).Calendar, clock.Today);
        db.OpenWork(clock, WorkKind.BadRating, record.No, $"{record.ApplicantName}：差评回访", record.RegionCode, Roles.Supervisor, due);
    }
}

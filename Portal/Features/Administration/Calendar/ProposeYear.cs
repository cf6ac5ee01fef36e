using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.RuleChanges;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Reference;
using Portal.Data.Work;
using Portal.Domain.Places;

namespace Portal.Features.Administration.Calendar;

/// <summary>An administrator of the province proposes the holidays of a year; they hold once another person approves.</summary>
public sealed class ProposeYear(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock)
{
    /// <summary>Reads the form without proposing anything.</summary>
    public async Task<YearAnswer> CheckAsync(Actor actor, YearForm typed, CancellationToken cancellation = default) =>
        (await ReadAsync(actor, typed, cancellation)).Answer;

    public async Task<YearAnswer> HandleAsync(Actor actor, YearForm typed, CancellationToken cancellation = default)
    {
        var id = typed.Id == Guid.Empty ? Guid.CreateVersion7() : typed.Id;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.RuleChanges.AnyAsync(known => known.Id == id && known.ProposedById == actor.UserId, cancellation)) return new YearAnswer.Proposed(id);
        var (answer, check) = await ReadAsync(actor, typed, cancellation);
        if (answer is not YearAnswer.Sound { Year: var year }) return answer;
        var change = new CalendarChange
        {
            Id = id,
            RegionCode = RegionDirectory.Province,
            Year = year.Year,
            Source = check!.Source,
            Note = check.Note,
            ProposedById = actor.UserId,
            ProposedAt = clock.Now,
        };
        change.Days.AddRange(year.Holidays.Select(day => new CalendarChangeDay { ChangeId = id, Day = day }));
        change.Days.AddRange(year.Workdays.Select(day => new CalendarChangeDay { ChangeId = id, Day = day, IsWorkday = true }));
        db.Add(change);
        var lastDay = new DateOnly(change.Year - 1, 12, 31);
        db.OpenWork(clock, WorkKind.ApproveRuleChange, id.ToString(), $"{change.Year} 年节假日安排", RegionDirectory.Province, Roles.Supervisor,
            lastDay > clock.Today ? lastDay : clock.Today);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // The other of two presses was faster and said the same.
        }

        return new YearAnswer.Proposed(id);
    }

    private async Task<(YearAnswer Answer, YearCheck? Check)> ReadAsync(Actor actor, YearForm typed, CancellationToken cancellation)
    {
        if (!RuleRights.MayPropose(actor, RegionDirectory.Province)) return (new YearAnswer.NotAllowed(), null);
        var check = new YearCheck(typed, (await rulebooks.RulesAsync(cancellation)).Calendar);
        return (check.Errors.Count > 0 ? new YearAnswer.Faulty(check.Errors) : new YearAnswer.Sound(check.Year), check);
    }
}

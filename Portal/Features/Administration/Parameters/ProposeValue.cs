using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Reference;
using Portal.Data.Work;
using Portal.Domain.Measures;

namespace Portal.Features.Administration.Parameters;

/// <summary>An administrator proposes a value of the parameter book, or its end; it holds once another person approves.</summary>
public sealed class ProposeValue(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, MeasureCatalog catalog, BusinessClock clock)
{
    /// <summary>Reads the form without proposing anything.</summary>
    public async Task<ValueAnswer> CheckAsync(Actor actor, string key, ValueForm typed, CancellationToken cancellation = default) =>
        (await ReadAsync(actor, key, typed, cancellation)).Answer;

    public async Task<ValueAnswer> HandleAsync(Actor actor, string key, ValueForm typed, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (typed.Id != Guid.Empty && await db.RuleChanges.AnyAsync(known => known.Id == typed.Id && known.ProposedById == actor.UserId, cancellation))
            return new ValueAnswer.Proposed(typed.Id);
        var (answer, note) = await ReadAsync(actor, key, typed, cancellation);
        if (answer is not ValueAnswer.Sound { Entry: var entry }) return answer;
        var change = new ParameterChange
        {
            Id = typed.Id == Guid.Empty ? Guid.CreateVersion7() : typed.Id,
            RegionCode = entry.Region,
            Key = entry.Key,
            From = entry.From,
            To = entry.To,
            Value = entry.Value,
            Status = entry.Status,
            Source = entry.Source,
            Note = note,
            ProposedById = actor.UserId,
            ProposedAt = clock.Now,
        };
        db.Add(change);
        var place = (await rulebooks.RegionsAsync(cancellation)).FullName(entry.Region);
        db.OpenWork(clock, WorkKind.ApproveRuleChange, change.Id.ToString(), $"{place}：{catalog.FindParameter(key)!.Label}", entry.Region, Roles.Supervisor,
            entry.From > clock.Today ? entry.From : clock.Today);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // The other of two presses was faster and said the same.
        }

        return new ValueAnswer.Proposed(change.Id);
    }

    private async Task<(ValueAnswer Answer, string? Note)> ReadAsync(Actor actor, string key, ValueForm typed, CancellationToken cancellation)
    {
        if (!actor.Is(Roles.Administrator)) return (new ValueAnswer.NotAllowed(), null);
        if (catalog.FindParameter(key) is not { } parameter) return (new ValueAnswer.NotFound(), null);
        var loaded = await rulebooks.LoadAsync(cancellation);
        var check = new ValueCheck(typed, parameter, actor, loaded.Regions, loaded.Rules.Parameters);
        return check.Errors.Count > 0 ? (new ValueAnswer.Faulty(check.Errors), null) : (new ValueAnswer.Sound(check.Entry), check.Note);
    }
}

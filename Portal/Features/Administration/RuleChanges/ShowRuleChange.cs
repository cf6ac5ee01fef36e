using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.RuleChanges;
using Portal.Casework.Time;
using Portal.Components.RuleChanges;
using Portal.Data;
using Portal.Data.Reference;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;

namespace Portal.Features.Administration.RuleChanges;

/// <param name="Parameter">Null for a change of the calendar.</param>
/// <param name="Before">What the value stands in place of; null once it is decided, and for the calendar.</param>
/// <param name="Value">What it would do, worked out now; null once it is decided.</param>
/// <param name="Hindrance">Why the actor may not decide it; null when the actor may.</param>
public sealed record RuleChangeView(
    RuleChange Change, Parameter? Parameter, string Place, string? Before, string Proposer, string? Decider, ValuePreview? Value, YearPreview? Year, string? Hindrance, bool IsOwn);

/// <summary>One change, with what it would do as long as it waits.</summary>
public sealed class ShowRuleChange(
    IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, MeasureCatalog catalog, PreviewChange previewValue, PreviewYear previewYear, BusinessClock clock)
{
    public async Task<RuleChangeView?> HandleAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        if (!RuleRights.MayLook(actor)) return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.RuleChanges.AsNoTracking().SingleOrDefaultAsync(change => change.Id == id, cancellation) is not { } change) return null;
        if (change is CalendarChange calendar)
            calendar.Days.AddRange(await db.Set<CalendarChangeDay>().AsNoTracking().Where(day => day.ChangeId == id).ToListAsync(cancellation));
        var names = await db.Users.Where(user => user.Id == change.ProposedById || user.Id == change.DecidedById)
            .ToDictionaryAsync(user => user.Id, user => user.FullName, cancellation);
        var waits = change.State == RuleChangeState.Proposed;
        var loaded = await rulebooks.LoadAsync(cancellation);
        var parameter = change is ParameterChange { Key: var key } ? catalog.FindParameter(key) : null;
        return new RuleChangeView(
            change,
            parameter,
            loaded.Regions.FullName(change.RegionCode),
            waits && change is ParameterChange said ? RuleChangeTexts.Before(loaded, parameter, said.ToEntry(clock.Now)) : null,
            names.GetValueOrDefault(change.ProposedById, "其他同事"),
            change.DecidedById is { } decider ? names.GetValueOrDefault(decider, "其他同事") : null,
            waits && change is ParameterChange value ? await previewValue.HandleAsync(actor, value.ToEntry(clock.Now), cancellation) : null,
            waits && change is CalendarChange year ? await previewYear.HandleAsync(actor, year.ToYear(), cancellation) : null,
            RuleRights.WhyNotDecide(actor, change),
            change.ProposedById == actor.UserId);
    }
}

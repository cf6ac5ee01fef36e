using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.RuleChanges;
using Portal.Components.RuleChanges;
using Portal.Data;
using Portal.Data.Reference;
using Portal.Domain.Measures;

namespace Portal.Features.Administration.RuleChanges;

/// <param name="What">The parameter's label, or the calendar and its year.</param>
public sealed record RuleChangeLine(
    Guid Id, string What, string Place, string Says, string Proposer, DateTimeOffset ProposedAt, RuleChangeState State, string? Decider, DateTimeOffset? DecidedAt);

public sealed record RuleChangeList(IReadOnlyList<RuleChangeLine> Waiting, IReadOnlyList<RuleChangeLine> Decided, int Page, int Pages);

/// <summary>The changes that wait for a decision, oldest first, and those decided, newest first.</summary>
public sealed class ListRuleChanges(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, MeasureCatalog catalog)
{
    public const int PageSize = 30;

    public async Task<RuleChangeList> HandleAsync(Actor actor, int page, CancellationToken cancellation = default)
    {
        if (!RuleRights.MayLook(actor)) return new RuleChangeList([], [], 1, 1);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var waiting = db.RuleChanges.Where(change => change.State == RuleChangeState.Proposed).OrderBy(change => change.ProposedAt);
        var decided = db.RuleChanges.Where(change => change.State != RuleChangeState.Proposed);
        var pages = Math.Max(1, (await decided.CountAsync(cancellation) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var shown = decided.OrderByDescending(change => change.DecidedAt).Skip((page - 1) * PageSize).Take(PageSize);
        return new RuleChangeList(await LinesAsync(db, waiting, cancellation), await LinesAsync(db, shown, cancellation), page, pages);
    }

    private async Task<IReadOnlyList<RuleChangeLine>> LinesAsync(PortalDbContext db, IQueryable<RuleChange> changes, CancellationToken cancellation)
    {
        var regions = await rulebooks.RegionsAsync(cancellation);
        var found = await changes.AsNoTracking()
            .Select(change => new
            {
                Change = change,
                Proposer = db.Users.Where(user => user.Id == change.ProposedById).Select(user => user.FullName).FirstOrDefault(),
                Decider = db.Users.Where(user => user.Id == change.DecidedById).Select(user => user.FullName).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return [.. found.Select(line => new RuleChangeLine(
            line.Change.Id, What(line.Change), regions.FullName(line.Change.RegionCode), Says(line.Change), line.Proposer ?? "其他同事",
            line.Change.ProposedAt, line.Change.State, line.Decider, line.Change.DecidedAt))];
    }

    private string What(RuleChange change) => change switch
    {
        ParameterChange parameter => catalog.FindParameter(parameter.Key)?.Label ?? parameter.Key,
        CalendarChange calendar => $"{calendar.Year} 年节假日安排",
        _ => throw new InvalidOperationException("A change is of a value or of the calendar."),
    };

    private string Says(RuleChange change) => change is ParameterChange parameter
        ? $"{RuleChangeTexts.Show(catalog.FindParameter(parameter.Key), parameter.Value)}，{RuleChangeTexts.Period(parameter.From, parameter.To)}" : change.Source;
}

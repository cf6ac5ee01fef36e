using Microsoft.EntityFrameworkCore;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Data.Reference;
using Portal.Domain.Calendar;

namespace Portal.Features.Administration.Calendar;

/// <param name="ChangeId">The approved change it is in force by; null while the shipped year is.</param>
/// <param name="Source">Of that change.</param>
public sealed record YearLine(CalendarYear Year, Guid? ChangeId, string? Source, int Waiting);

/// <summary>The years whose holidays are known, the latest first, with what is in force and what waits.</summary>
public sealed class ListYears(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks)
{
    public async Task<IReadOnlyList<YearLine>> HandleAsync(CancellationToken cancellation = default)
    {
        var calendar = (await rulebooks.RulesAsync(cancellation)).Calendar;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var changes = await db.CalendarChanges.AsNoTracking()
            .Where(change => change.State == RuleChangeState.Approved || change.State == RuleChangeState.Proposed)
            .OrderByDescending(change => change.DecidedAt).ThenByDescending(change => change.Id).ToListAsync(cancellation);
        var byYear = changes.ToLookup(change => change.Year);
        return [.. calendar.Years.OrderDescending().Select(year =>
        {
            var inForce = byYear[year].FirstOrDefault(change => change.State == RuleChangeState.Approved);
            return new YearLine(calendar.Find(year)!, inForce?.Id, inForce?.Source, byYear[year].Count(change => change.State == RuleChangeState.Proposed));
        })];
    }
}

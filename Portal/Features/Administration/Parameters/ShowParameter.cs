using Microsoft.EntityFrameworkCore;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Reference;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Features.Administration.Parameters;

/// <summary>A line as it was entered, and by whom; no names for what ships with the portal.</summary>
public sealed record HistoryLine(BookEntry Entry, Guid? ChangeId, string? Proposer, string? Approver);

/// <param name="InForce">What remains in force of all lines, past and to come, by place and day.</param>
/// <param name="History">All lines ever entered, the latest first.</param>
/// <param name="Waiting">How many changes of the key wait for a decision, wherever they are for.</param>
public sealed record ParameterView(
    Parameter Parameter, IReadOnlyList<Measure> Measures, IReadOnlyList<ParameterRow> InForce, IReadOnlyList<HistoryLine> History,
    IReadOnlyList<BookFault> Faults, RegionDirectory Regions, DateOnly Today, int Waiting);

/// <summary>One key of the parameter book: what holds where, and how it came about.</summary>
public sealed class ShowParameter(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, MeasureCatalog catalog, BusinessClock clock)
{
    /// <param name="place">Only the lines of one place; null or empty for all.</param>
    /// <returns>Null for a key no rule reads.</returns>
    public async Task<ParameterView?> HandleAsync(string key, string? place, CancellationToken cancellation = default)
    {
        if (catalog.FindParameter(key) is not { } parameter) return null;
        var loaded = await rulebooks.LoadAsync(cancellation);
        bool Wanted(string region) => string.IsNullOrEmpty(place) || region == place;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var lines = await db.Parameters.AsNoTracking().Where(line => line.Key == key).OrderByDescending(line => line.Id)
            .Select(line => new { Line = line, Change = db.RuleChanges.FirstOrDefault(change => change.Id == line.ChangeId) })
            .Select(line => new
            {
                line.Line,
                Proposer = db.Users.Where(user => user.Id == line.Change!.ProposedById).Select(user => user.FullName).FirstOrDefault(),
                Approver = db.Users.Where(user => user.Id == line.Change!.DecidedById).Select(user => user.FullName).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return new ParameterView(
            parameter,
            [.. catalog.Reading(key)],
            [.. loaded.Rules.Parameters.Rows.Where(row => row.Key == key && Wanted(row.Region) && !row.HoldsNever)
                .OrderBy(row => row.Region, StringComparer.Ordinal).ThenBy(row => row.From)],
            [.. lines.Where(line => Wanted(line.Line.RegionCode)).Select(line => new HistoryLine(line.Line.ToBookEntry(), line.Line.ChangeId, line.Proposer, line.Approver))],
            [.. loaded.Faults.Where(fault => fault.Key == key)],
            loaded.Regions,
            clock.Today,
            await db.ParameterChanges.CountAsync(change => change.Key == key && change.State == RuleChangeState.Proposed, cancellation));
    }
}

using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Comparison;

/// <param name="Amounts">What the firms of each kind come to: the later amount of the new, the earlier of the gone, the difference of the changed.</param>
public sealed record DifferenceTotals(IReadOnlyDictionary<FirmChange, int> Counts, IReadOnlyDictionary<FirmChange, Money> Amounts);

/// <param name="Name">As the later roster has it, else the earlier.</param>
public sealed record NamedDifference(FirmDifference Difference, string Name);

/// <param name="HasNext">Whether more come behind the last code shown.</param>
/// <param name="Others">All that the later can be compared with, the earlier among them.</param>
public sealed record ComparisonView(ScreeningRun Earlier, ScreeningRun Later, DifferenceTotals Totals, IReadOnlyList<NamedDifference> Shown, bool HasNext,
    IReadOnlyList<ScreeningRun> Others);

/// <summary>What has changed from one screened roster to another: firms that are new, gone, or end otherwise.</summary>
public sealed class CompareRuns(IDbContextFactory<PortalDbContext> databases)
{
    public const int PerPage = 50;
    private const int MostRemembered = 100;
    private readonly ConcurrentDictionary<(Guid, Guid), DifferenceTotals> _totals = new();

    /// <param name="after">The last code of the page before; empty for the first page.</param>
    /// <returns>Null when one of the runs is not there, of another place or year, or not screened, or the other is not the earlier.</returns>
    public async Task<ComparisonView?> HandleAsync(Actor actor, Guid laterId, Guid earlierId, FirmChange? change, string? after, CancellationToken cancellation = default)
    {
        if (await FindAsync(actor, laterId, earlierId, cancellation) is not var (later, earlier)) return null;
        var totals = await TotalsAsync(earlierId, laterId, cancellation);
        var shown = new List<FirmDifference>(PerPage + 1);
        // The totals tell whether there is anything to look for: nothing is found only after reading both to the end.
        var total = change is { } only ? totals.Counts[only] : totals.Counts.Values.Sum();
        if (total > 0)
            await foreach (var difference in RunComparison.DifferencesAsync(databases, earlierId, laterId, after ?? "", cancellation))
            {
                if (change is not null && difference.Change != change) continue;
                shown.Add(difference);
                if (shown.Count > PerPage || (string.IsNullOrEmpty(after) && shown.Count == total)) break;
            }

        return new ComparisonView(earlier, later, totals, await NamedAsync(laterId, earlierId, shown.Take(PerPage), cancellation), shown.Count > PerPage,
            await OthersAsync(actor, later, cancellation));
    }

    /// <summary>The two runs, for who may see both.</summary>
    public async Task<(ScreeningRun Later, ScreeningRun Earlier)?> FindAsync(Actor actor, Guid laterId, Guid earlierId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var seen = db.ScreeningRuns.AsNoTracking().SeenBy(actor);
        return await seen.Comparable().SingleOrDefaultAsync(run => run.Id == laterId, cancellation) is { } later
            && await seen.EarlierThan(later).SingleOrDefaultAsync(run => run.Id == earlierId, cancellation) is { } earlier ? (later, earlier) : null;
    }

    private async Task<IReadOnlyList<ScreeningRun>> OthersAsync(Actor actor, ScreeningRun later, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ScreeningRuns.AsNoTracking().SeenBy(actor).EarlierThan(later).ToListAsync(cancellation);
    }

    // What was screened stays as it is, so that two runs need to be read whole only once.
    private async Task<DifferenceTotals> TotalsAsync(Guid earlier, Guid later, CancellationToken cancellation)
    {
        if (_totals.TryGetValue((earlier, later), out var known)) return known;
        var counts = Enum.GetValues<FirmChange>().ToDictionary(change => change, _ => 0);
        var amounts = Enum.GetValues<FirmChange>().ToDictionary(change => change, _ => Money.Zero);
        await foreach (var difference in RunComparison.DifferencesAsync(databases, earlier, later, "", cancellation))
        {
            counts[difference.Change]++;
            amounts[difference.Change] += difference.Change == FirmChange.Gone ? AmountOf(difference.Earlier) : AmountOf(difference.Later) - AmountOf(difference.Earlier);
        }

        if (_totals.Count >= MostRemembered) _totals.Clear();
        return _totals[(earlier, later)] = new DifferenceTotals(counts, amounts);
    }

    internal async Task<IReadOnlyList<NamedDifference>> NamedAsync(Guid later, Guid earlier, IEnumerable<FirmDifference> differences, CancellationToken cancellation)
    {
        var chosen = differences.ToArray();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var laterNames = await NamesAsync(db, later, [.. chosen.Where(one => one.Later is not null).Select(one => one.Later!.Number)], cancellation);
        var earlierNames = await NamesAsync(db, earlier, [.. chosen.Where(one => one.Later is null).Select(one => one.Earlier!.Number)], cancellation);
        return [.. chosen.Select(one => new NamedDifference(one, one.Later is { } now ? laterNames[now.Number] : earlierNames[one.Earlier!.Number]))];
    }

    private static Task<Dictionary<int, string>> NamesAsync(PortalDbContext db, Guid run, int[] numbers, CancellationToken cancellation) =>
        db.ScreeningRows.Where(row => row.RunId == run && numbers.Contains(row.Number)).Select(row => new { row.Number, row.Name })
            .ToDictionaryAsync(row => row.Number, row => row.Name, cancellation);

    private static Money AmountOf(FirmStanding? standing) => standing?.Amount ?? Money.Zero;
}

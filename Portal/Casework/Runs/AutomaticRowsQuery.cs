using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Casework.Runs;

/// <summary>The rows that are published and released: automatic, and within the run's own place.</summary>
/// <remarks>A bureau's file may name firms of other places; those are not this bureau's to pay.</remarks>
public static class AutomaticRowsQuery
{
    public static IQueryable<ScreeningRow> AutomaticRows(this PortalDbContext db, ScreeningRun run)
    {
        var rows = db.ScreeningRows.Where(row => row.RunId == run.Id && row.Outcome == RowOutcome.Automatic);
        var prefix = RegionDirectory.PrefixOf(run.RegionCode);
        // Whoever is paid stands in a place of the province: asking would read every row, where the index alone will do.
        return run.RegionCode == RegionDirectory.Province ? rows : rows.Where(row => row.RegionCode.StartsWith(prefix));
    }

    /// <summary>How many they are, from the run's totals; these tell cities apart, so that only a county's run has to count its rows.</summary>
    public static async Task<int> CountAutomaticAsync(this PortalDbContext db, ScreeningRun run, CancellationToken cancellation = default) =>
        IsOfCounty(run) ? await db.AutomaticRows(run).CountAsync(cancellation) : await db.AutomaticTotals(run).SumAsync(total => total.Count, cancellation);

    /// <summary>What they come to, likewise.</summary>
    public static async Task<Money> SumAutomaticAsync(this PortalDbContext db, ScreeningRun run, CancellationToken cancellation = default) => new(
        IsOfCounty(run) ? await db.AutomaticRows(run).Where(row => row.Amount != null).SumAsync(row => (long)(object)row.Amount!, cancellation)
            : await db.AutomaticTotals(run).SumAsync(total => (long)(object)total.Amount, cancellation));

    private static bool IsOfCounty(ScreeningRun run) => RegionDirectory.PrefixOf(run.RegionCode).Length == run.RegionCode.Length;

    private static IQueryable<RunTotal> AutomaticTotals(this PortalDbContext db, ScreeningRun run)
    {
        var prefix = RegionDirectory.PrefixOf(run.RegionCode);
        return db.RunTotals.Where(total => total.RunId == run.Id && total.Outcome == RowOutcome.Automatic && total.City.StartsWith(prefix));
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Screening;
using Portal.Features.Refunds.Comparison;
using Portal.Features.Refunds.Release;

namespace Portal.Benchmarks;

/// <summary>What the pages of a stored run take: finding rows by every kind of filter, and comparing it with another.</summary>
internal sealed class PageBenchmark(string database)
{
    private const int Repeats = 5;
    private static readonly Actor Looker = new(Guid.NewGuid(), "经办", new HashSet<string> { Roles.Operator }, "210000");
    private readonly Databases _databases = new(database);

    public async Task RunAsync()
    {
        await using var db = _databases.CreateDbContext();
        var runs = await db.ScreeningRuns.OrderBy(run => run.UploadedAt).ToListAsync();
        var (first, second) = (runs[0], runs[^1]);
        var last = await db.ScreeningRows.AsNoTracking().SingleAsync(row => row.RunId == first.Id && row.Number == first.RowsRead);
        var rows = new ListRows(_databases);
        foreach (var (what, filter) in (IEnumerable<(string, RowFilter)>)
        [
            ("the first page", new RowFilter()),
            ("the last page", new RowFilter(After: first.RowsRead - 30)),
            ("rejected, one city, large", new RowFilter(RowOutcome.Rejected, City: "211400", Size: "大型")),
            ("a name that thousands have", new RowFilter(Search: "恒泰")),
            ("the code of the last row", new RowFilter(Search: last.CreditCode)),
            ("a name that nobody has", new RowFilter(Search: "查无此户")),
            ("incomplete, backwards", new RowFilter(RowOutcome.Incomplete, Before: first.RowsRead)),
        ])
            Say($"{what,-28} {await MedianAsync(() => rows.HandleAsync(Looker, first.Id, filter)) * 1000,7:0} ms");
        if (first.Id == second.Id) return;

        var comparison = new CompareRuns(_databases);
        var begun = Stopwatch.GetTimestamp();
        var view = (await comparison.HandleAsync(Looker, second.Id, first.Id, null, null))!;
        Say($"{"comparing, the first time",-28} {Stopwatch.GetElapsedTime(begun).TotalMilliseconds,7:0} ms: {string.Join(", ", view.Totals.Counts.Select(count => $"{count.Value:#,0} {count.Key}"))}");
        Say($"{"comparing, its first page",-28} {await MedianAsync(() => comparison.HandleAsync(Looker, second.Id, first.Id, null, null)) * 1000,7:0} ms");
        begun = Stopwatch.GetTimestamp();
        await new DownloadComparison(_databases, comparison).HandleAsync(Looker, second.Id, first.Id, () => Stream.Null);
        Say($"{"comparing, the whole as CSV",-28} {Stopwatch.GetElapsedTime(begun).TotalMilliseconds,7:0} ms");
        begun = Stopwatch.GetTimestamp();
        await new DownloadResult(_databases).HandleAsync(Looker, first.Id, () => Stream.Null);
        Say($"{"the results as CSV",-28} {Stopwatch.GetElapsedTime(begun).TotalMilliseconds,7:0} ms; this process at its peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
    }

    private static async Task<double> MedianAsync(Func<Task> work)
    {
        var seconds = new double[Repeats + 1];
        for (var i = 0; i < seconds.Length; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await work();
            seconds[i] = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }

        // The first only warms.
        return seconds.Skip(1).Order().ElementAt(Repeats / 2);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Databases(string path) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => new SqliteDbContext(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite($"Data Source={path}").Options);
    }
}

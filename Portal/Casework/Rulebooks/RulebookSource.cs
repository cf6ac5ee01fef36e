using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Reference;
using Portal.Data.Seed;
using Portal.Domain.Calendar;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Casework.Rulebooks;

/// <summary>Everything the rules read, as it was loaded.</summary>
/// <param name="Entries">All lines of the parameter book in the order they came into force, history included.</param>
/// <param name="Faults">What is wrong with them; the portal goes on without the lines that cannot be used.</param>
/// <param name="Stamp">What the database said last when it was read; grows with every approval.</param>
public sealed record LoadedRules(
    Rulebook Rules, RegionDirectory Regions, IReadOnlyList<BookEntry> Entries, IReadOnlyList<BookFault> Faults, (int LastLine, int CalendarChanges) Stamp);

/// <summary>The parameter book, the calendar and the places, read from the database once and kept.</summary>
public partial class RulebookSource(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, ILogger<RulebookSource> logger)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _keeping = new();
    private volatile LoadedRules? _loaded;
    private int _forgotten;

    public async ValueTask<Rulebook> RulesAsync(CancellationToken cancellation = default) => (await LoadAsync(cancellation)).Rules;

    public async ValueTask<RegionDirectory> RegionsAsync(CancellationToken cancellation = default) => (await LoadAsync(cancellation)).Regions;

    /// <summary>The values that ship with the portal, for a machine that has no database yet.</summary>
    public static (Rulebook Rules, RegionDirectory Regions) Shipped() =>
        (new Rulebook(new ParameterBook(SeedFiles.Parameters()), new WorkingDayCalendar(SeedFiles.CalendarYears())), new RegionDirectory(SeedFiles.Regions()));

    /// <summary>Grows with every <see cref="Forget"/>: what was made from an older version is out of date.</summary>
    public int Version => Volatile.Read(ref _forgotten);

    /// <summary>Makes the next reader load anew, after a value was changed.</summary>
    public void Forget()
    {
        lock (_keeping) (_forgotten, _loaded) = (_forgotten + 1, null);
    }

    /// <summary>Forgets what was loaded if another process of the portal has approved a change since.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation = default)
    {
        if (_loaded is not { } kept) return;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await StampAsync(db, cancellation) != kept.Stamp) Forget();
    }

    /// <summary>All of it; whoever asks may have to wait, whether or not somebody asked before.</summary>
    public virtual async ValueTask<LoadedRules> LoadAsync(CancellationToken cancellation = default)
    {
        if (_loaded is { } ready) return ready;
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_loaded is { } meanwhile) return meanwhile;
            var forgotten = Volatile.Read(ref _forgotten);
            var read = await ReadAsync(cancellation);
            // A value approved while it was being read would otherwise be missing for good.
            lock (_keeping) if (_forgotten == forgotten) _loaded = read;
            return read;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<LoadedRules> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // First: what is approved while the rest is read then counts as new.
        var stamp = await StampAsync(db, cancellation);
        var places = await db.Regions.AsNoTracking().ToListAsync(cancellation);
        var regions = new RegionDirectory(places.Select(row => new Region(row.Code, row.Name, LevelOf(row.Code), row.ParentCode)));
        var lines = await db.Parameters.AsNoTracking().OrderBy(line => line.Id).ToListAsync(cancellation);
        BookEntry[] entries = [.. lines.Select(line => line.ToBookEntry())];
        var check = new ParameterBookCheck(catalog.FindParameter, regions);
        var faults = check.Check(entries);
        if (faults.Count(fault => fault.IsError) is > 0 and var errors) LogFaults(errors);
        return new LoadedRules(new Rulebook(ParameterBook.Of(check.Readable(entries)), await CalendarAsync(db, cancellation)), regions, entries, faults, stamp);
    }

    private static async Task<(int LastLine, int CalendarChanges)> StampAsync(PortalDbContext db, CancellationToken cancellation) =>
        (await db.Parameters.MaxAsync(line => (int?)line.Id, cancellation) ?? 0,
            await db.CalendarChanges.CountAsync(change => change.State == RuleChangeState.Approved, cancellation));

    private static async Task<WorkingDayCalendar> CalendarAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var days = await db.CalendarDays.AsNoTracking().ToListAsync(cancellation);
        var shipped = new WorkingDayCalendar(days.GroupBy(day => day.Year).Select(year => new CalendarYear(
            year.Key, [.. year.Where(day => !day.IsWorkday).Select(day => day.Day)], [.. year.Where(day => day.IsWorkday).Select(day => day.Day)])));
        var changes = await db.CalendarChanges.AsNoTracking().Include(change => change.Days)
            .Where(change => change.State == RuleChangeState.Approved).OrderBy(change => change.DecidedAt).ThenBy(change => change.Id).ToListAsync(cancellation);
        return changes.Aggregate(shipped, (calendar, change) => calendar.With(change.ToYear()));
    }

    private static RegionLevel LevelOf(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? RegionLevel.Province
        : int.Parse(code, CultureInfo.InvariantCulture) % 100 == 0 ? RegionLevel.City : RegionLevel.County;

    [LoggerMessage(LogLevel.Warning, "The parameter book has {Errors} errors; administrators see them at /admin/parameters.")]
    private partial void LogFaults(int errors);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seed;
using Portal.Domain.Calendar;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Rulebooks;

/// <summary>The parameter book, the calendar and the places, read from the database once and kept.</summary>
public sealed class RulebookSource(IDbContextFactory<PortalDbContext> databases)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _keeping = new();
    private volatile Loaded? _loaded;
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

    private async ValueTask<Loaded> LoadAsync(CancellationToken cancellation)
    {
        if (_loaded is { } ready) return ready;
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_loaded is { } meanwhile) return meanwhile;
            var forgotten = Version;
            var read = await ReadAsync(cancellation);
            // A value changed while the others were being read would else stay unseen for good.
            lock (_keeping) if (_forgotten == forgotten) _loaded = read;
            return read;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Loaded> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.Parameters.AsNoTracking().ToListAsync(cancellation);
        var days = await db.CalendarDays.AsNoTracking().ToListAsync(cancellation);
        var regions = await db.Regions.AsNoTracking().ToListAsync(cancellation);
        var book = new ParameterBook(rows.Select(row => new ParameterRow(row.Key, row.RegionCode, row.From, row.To, row.Value, row.Status, row.Source)));
        var calendar = new WorkingDayCalendar(days.GroupBy(day => day.Year).Select(year => new CalendarYear(
            year.Key, [.. year.Where(day => !day.IsWorkday).Select(day => day.Day)], [.. year.Where(day => day.IsWorkday).Select(day => day.Day)])));
        return new Loaded(new Rulebook(book, calendar), new RegionDirectory(regions.Select(row => new Region(row.Code, row.Name, LevelOf(row.Code), row.ParentCode))));
    }

    private static RegionLevel LevelOf(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? RegionLevel.Province
        : int.Parse(code, CultureInfo.InvariantCulture) % 100 == 0 ? RegionLevel.City : RegionLevel.County;

    private sealed record Loaded(Rulebook Rules, RegionDirectory Regions);
}

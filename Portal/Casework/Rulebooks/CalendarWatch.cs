using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Work;
using Portal.Domain.Calendar;
using Portal.Domain.Places;

namespace Portal.Casework.Rulebooks;

/// <summary>Asks administrators in time for the holidays of a year, in their queue, once a year; and takes it back when they are there.</summary>
public sealed class CalendarWatch(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock)
{
    private const string Prefix = "calendar-";

    /// <summary>Whether a work item is such a warning, so that it can lead to the calendar.</summary>
    public static bool IsAbout(string record) => record.StartsWith(Prefix, StringComparison.Ordinal);

    public async Task<IReadOnlyList<int>> MissingYearsAsync(CancellationToken cancellation = default) =>
        CalendarOutlook.MissingYears((await rulebooks.RulesAsync(cancellation)).Calendar, clock.Today);

    public async Task RunAsync(CancellationToken cancellation = default)
    {
        foreach (var year in await MissingYearsAsync(cancellation)) await WarnAsync(year, cancellation);
        await TakeBackAsync(cancellation);
    }

    private async Task WarnAsync(int year, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var id = IdOf(year);
        if (await db.WorkItems.AnyAsync(item => item.Id == id, cancellation)) return;
        var lastDay = new DateOnly(year - 1, 12, 31);
        db.WorkItems.Add(new WorkItem
        {
            Id = id,
            Kind = WorkKind.Warning,
            Record = Prefix + year,
            Title = $"请录入 {year} 年的节假日安排，否则落在 {year} 年的期限算不出来",
            RegionCode = RegionDirectory.Province,
            Role = Roles.Administrator,
            DueOn = lastDay > clock.Today ? lastDay : clock.Today,
            CreatedAt = clock.Now,
        });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // Another process was faster; one warning is enough.
        }
    }

    private async Task TakeBackAsync(CancellationToken cancellation)
    {
        var calendar = (await rulebooks.RulesAsync(cancellation)).Calendar;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var open = await db.WorkItems.Where(item => item.Kind == WorkKind.Warning && item.Record.StartsWith(Prefix) && item.DoneAt == null).ToListAsync(cancellation);
        foreach (var item in open)
            if (int.TryParse(item.Record[Prefix.Length..], CultureInfo.InvariantCulture, out var year) && calendar.Covers(year))
                item.DoneAt = clock.Now;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The year's own key, so that whoever warns second finds the first's warning.</summary>
    private static Guid IdOf(int year) => new(year, 0, 0, "calendar"u8.ToArray());
}

using Microsoft.EntityFrameworkCore;
using Portal.Data.Reference;

namespace Portal.Data.Seed;

/// <summary>Fills an empty database with the regions, holidays and parameters that ship with the portal.</summary>
public static class ReferenceSeed
{
    public static async Task FillAsync(PortalDbContext db, CancellationToken cancellation = default)
    {
        // Places are written last and in the same transaction: where they stand, everything stands.
        if (await db.Regions.AnyAsync(cancellation)) return;
        db.AddRange(SeedFiles.Parameters().Select(row => new ParameterEntry
        {
            Key = row.Key,
            RegionCode = row.Region,
            From = row.From,
            To = row.To,
            Value = row.Value,
            Status = row.Status,
            Source = row.Source,
        }));
        foreach (var year in SeedFiles.CalendarYears())
        {
            db.AddRange(year.Holidays.Select(day => new CalendarDay { Day = day, Year = year.Year }));
            db.AddRange(year.Workdays.Select(day => new CalendarDay { Day = day, Year = year.Year, IsWorkday = true }));
        }

        db.AddRange(SeedFiles.Regions().Select(region => new RegionEntry { Code = region.Code, Name = region.Name, ParentCode = region.ParentCode }));
        await db.SaveChangesAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Places;

namespace Portal.Features.Public.Publications;

internal static class PublishedRowsQuery
{
    /// <summary>The rows of a published list, of one city where one is named.</summary>
    /// <param name="city">A city's code, the province's for firms insured there; null or empty for all.</param>
    public static IQueryable<ScreeningRow> PublishedRows(this PortalDbContext db, ScreeningRun run, string? city)
    {
        var rows = db.AutomaticRows(run).AsNoTracking();
        return string.IsNullOrEmpty(city) ? rows
            : city == RegionDirectory.Province ? rows.Where(row => row.RegionCode == RegionDirectory.Province)
            : rows.Within(city, row => row.RegionCode);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Casework.Cases;

public static class CaseNumbers
{
    /// <summary>Takes numbers out of the day's series, in the caller's transaction: rolled back, they are given out again.</summary>
    /// <param name="count">How many in a row, 1 or more.</param>
    public static async Task<IReadOnlyList<string>> TakeAsync(PortalDbContext db, DateOnly day, int count, CancellationToken cancellation = default)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Case numbers are taken inside a transaction.");
        var serials = db.Set<CaseSerial>();
        // The update holds the row until the transaction ends, so two submissions never see the same number.
        if (await serials.Where(s => s.Day == day).ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + count), cancellation) == 0)
        {
            serials.Add(new CaseSerial { Day = day, Last = count });
            await db.SaveChangesAsync(cancellation);
        }

        var last = await serials.Where(s => s.Day == day).Select(s => s.Last).SingleAsync(cancellation);
        return [.. Enumerable.Range(last - count + 1, count).Select(serial => CaseNumber.Compose(day, serial))];
    }
}

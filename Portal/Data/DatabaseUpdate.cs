using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>Brings the database up to date at a start, also after a start that was killed.</summary>
/// <remarks>
/// On SQLite the library marks "somebody migrates" by a row, which a kill leaves for good: every later start would wait for it
/// without end. So the row is not asked for when there is nothing to do; and whoever migrates first holds a file, which the
/// system lets go of with the process, and then takes any row found for a dead one's. SQL Server's lock ends with its session.
/// </remarks>
internal static class DatabaseUpdate
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <param name="folder">The portal's own, the same for all that use the database.</param>
    public static async Task BringUpToDateAsync(this PortalDbContext db, string folder, CancellationToken cancellation = default)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancellation)).Any()) return;
        await using var hold = db.Database.IsSqlite() ? await HoldAsync(Path.Combine(folder, "migrating.lock"), cancellation) : null;
        if (hold is not null) await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock";""", cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    private static async Task<FileStream> HoldAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(BetweenLooks, cancellation);
            }
        }
    }
}

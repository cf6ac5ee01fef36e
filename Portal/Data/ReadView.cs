using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Data;

public static class ReadView
{
    /// <summary>Several queries that see the database as it was at the first of them. Disposed without a word: nothing was written.</summary>
    /// <remarks>On SQLite an ordinary transaction would keep every writer waiting for as long as it is read.</remarks>
    public static async Task<IDbContextTransaction> BeginReadingAsync(this PortalDbContext db, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite()) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return (await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellation))!;
    }
}

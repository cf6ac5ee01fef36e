using System.Collections.Frozen;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

public static class DbErrors
{
    private const int SqliteConstraint = 19;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqlServerUniqueConstraint = 2627;
    private const int SqlServerUniqueIndex = 2601;

    /// <summary>Time-outs, deadlocks, lost connections and a server that is busy or changes over (Microsoft's list of transient errors).</summary>
    private static readonly FrozenSet<int> SqlServerPassing =
        new[] { -2, 233, 1205, 1222, 10053, 10054, 10060, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920 }.ToFrozenSet();

    /// <summary>Whether saving failed because somebody was quicker: the row has changed meanwhile, or exists already.</summary>
    public static bool IsCollision(this DbUpdateException exception) => exception is DbUpdateConcurrencyException || exception.IsDuplicate();

    /// <summary>Whether saving failed because a row that may exist only once exists already.</summary>
    public static bool IsDuplicate(this DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint && sqlite.Message.Contains("UNIQUE", StringComparison.Ordinal),
        SqlException server => server.Number is SqlServerUniqueConstraint or SqlServerUniqueIndex,
        _ => false,
    };

    /// <summary>Whether another writer kept the database for longer than one waits: nothing is wrong, and trying again later will do.</summary>
    public static bool IsBusy(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked }
        || exception is SqlException server && SqlServerPassing.Contains(server.Number)
        || exception.InnerException is { } inner && IsBusy(inner);

    /// <summary>Whether the database failed, and not what was to be done with it.</summary>
    public static bool IsOfDatabase(Exception exception) => exception is DbException or DbUpdateException || exception.InnerException is { } inner && IsOfDatabase(inner);
}

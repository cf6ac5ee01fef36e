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
        exception is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } || exception.InnerException is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked };
}

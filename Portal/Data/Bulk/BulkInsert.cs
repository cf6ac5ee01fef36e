using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Portal.Data.Bulk;

/// <summary>Inserts many records in the caller's transaction, past the change tracker: a prepared statement on SQLite, a bulk copy on SQL Server.</summary>
internal static class BulkInsert
{
    public static Task InsertManyAsync<T>(this PortalDbContext db, IReadOnlyCollection<T> records, CancellationToken cancellation = default)
        where T : class
    {
        var table = BulkTable<T>.Of(db);
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Many records are inserted in a transaction.");
        if (transaction is SqlTransaction server) return CopyAsync(table, records, server, cancellation);
        Insert(table, records, transaction);
        return Task.CompletedTask;
    }

    // By the library beneath the provider: looking up each parameter by its name for a million rows would take as long as storing them.
    private static void Insert<T>(BulkTable<T> table, IReadOnlyCollection<T> records, DbTransaction transaction)
        where T : class
    {
        var database = ((SqliteConnection)transaction.Connection!).Handle!;
        Check(database, raw.sqlite3_prepare_v2(database, $"""
            INSERT INTO "{table.Name}" ({string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))})
            VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})
            """, out var statement));
        using (statement)
        {
            var ids = new IdTexts();
            foreach (var record in records)
            {
                for (var i = 0; i < table.Columns.Count; i++) Check(database, Bind(statement, i + 1, table.Columns[i].ValueOf(record), ids));
                if (raw.sqlite3_step(statement) is not raw.SQLITE_DONE and var fault) Check(database, fault);
                raw.sqlite3_reset(statement);
            }
        }
    }

    /// <remarks>In the forms in which the provider itself stores them.</remarks>
    private static int Bind(sqlite3_stmt statement, int place, object value, IdTexts ids) => value switch
    {
        DBNull => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        int number => raw.sqlite3_bind_int(statement, place, number),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        Guid id => raw.sqlite3_bind_text(statement, place, ids.Of(id)),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is not stored in bulk yet."),
    };

    private static void Check(sqlite3 database, int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW)) SqliteException.ThrowExceptionForRC(code, database);
    }

    /// <summary>Records of one run have its key in common: its text is made once.</summary>
    private sealed class IdTexts
    {
        private Guid _last;
        private string _text = Guid.Empty.ToString();

        public string Of(Guid id)
        {
            if (id != _last) (_last, _text) = (id, id.ToString().ToUpperInvariant());
            return _text;
        }
    }

    private static async Task CopyAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> records, SqlTransaction transaction, CancellationToken cancellation)
        where T : class
    {
        using var rows = new DataTable();
        using var copy = new SqlBulkCopy(transaction.Connection, SqlBulkCopyOptions.CheckConstraints, transaction) { DestinationTableName = $"[{table.Name}]" };
        foreach (var column in table.Columns)
        {
            rows.Columns.Add(column.Name, column.StoredType);
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        foreach (var record in records) rows.Rows.Add([.. table.Columns.Select(column => column.ValueOf(record))]);
        await copy.WriteToServerAsync(rows, cancellation);
    }
}

using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Storage;

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

    private static void Insert<T>(BulkTable<T> table, IReadOnlyCollection<T> records, DbTransaction transaction)
        where T : class
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var parameters = new DbParameter[table.Columns.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = $"@p{i}";
            command.Parameters.Add(parameters[i]);
        }

        command.CommandText = $"""
            INSERT INTO "{table.Name}" ({string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))})
            VALUES ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))})
            """;
        foreach (var record in records)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = table.Columns[i].ValueOf(record);
            command.ExecuteNonQuery();
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

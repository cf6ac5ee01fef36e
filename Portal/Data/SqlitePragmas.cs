using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Data;

/// <summary>Makes a second writer wait instead of fail. That many read while one writes is the file's own setting, see <see cref="Wal"/>.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>Kept in the file. Set at start-up and not with each connection: EF also opens read-only ones, which may not change it.</summary>
    public const string Wal = "PRAGMA journal_mode=WAL;";

    /// <remarks>Some 30 MB of journal before it is written back: at the usual 4 MB a stored roster would wait for the disk with every batch.</remarks>
    private const string Pragmas = "PRAGMA busy_timeout=15000; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=8000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

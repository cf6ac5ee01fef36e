using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Data;

/// <summary>Triggers that make a table append-only on either database: not even the portal rewrites its history.</summary>
/// <remarks>A migration names its tables itself: what it makes must not change with a list that grows later.</remarks>
internal static class AppendOnly
{
    public static void GuardSqlite(MigrationBuilder migration, params string[] tables)
    {
        foreach (var table in tables)
            foreach (var act in (string[])["UPDATE", "DELETE"])
                migration.Sql($"CREATE TRIGGER {table}_No{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
    }

    public static void GuardSqlServer(MigrationBuilder migration, params string[] tables)
    {
        foreach (var table in tables)
            // Inside EXEC, because CREATE TRIGGER must stand alone and an idempotent script wraps every step in a condition.
            migration.Sql($"EXEC(N'CREATE TRIGGER [{table}_AppendOnly] ON [{table}] INSTEAD OF UPDATE, DELETE AS BEGIN THROW 51000, ''{table} is append-only'', 1; END');");
    }
}

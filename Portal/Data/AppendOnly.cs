using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Data.Cases;
using Portal.Data.Screening;

namespace Portal.Data;

/// <summary>Triggers that make a table append-only on either database: not even the portal rewrites its history.</summary>
internal static class AppendOnly
{
    /// <summary>The tables of the first migration; a later one names its own.</summary>
    private static readonly string[] FirstTables = [CaseEvent.Table, RunEvent.Table];

    public static void GuardSqlite(MigrationBuilder migration, params string[] tables)
    {
        foreach (var table in tables is [] ? FirstTables : tables)
            foreach (var act in (string[])["UPDATE", "DELETE"])
                migration.Sql($"CREATE TRIGGER {table}_No{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
    }

    public static void GuardSqlServer(MigrationBuilder migration, params string[] tables)
    {
        foreach (var table in tables is [] ? FirstTables : tables)
            // Inside EXEC, because CREATE TRIGGER must stand alone and an idempotent script wraps every step in a condition.
            migration.Sql($"EXEC(N'CREATE TRIGGER [{table}_AppendOnly] ON [{table}] INSTEAD OF UPDATE, DELETE AS BEGIN THROW 51000, ''{table} is append-only'', 1; END');");
    }

    public static void ReleaseSqlite(MigrationBuilder migration, params string[] tables)
    {
        foreach (var table in tables)
            foreach (var act in (string[])["UPDATE", "DELETE"])
                migration.Sql($"DROP TRIGGER {table}_No{act};");
    }

    public static void ReleaseSqlServer(MigrationBuilder migration, params string[] tables)
    {
        foreach (var table in tables) migration.Sql($"DROP TRIGGER [{table}_AppendOnly];");
    }
}

using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Data;

/// <summary>The tables of the scheduler's library (QRTZ_…): made by a migration, kept by the library, unknown to the model.</summary>
/// <remarks>A version of the library that wants other tables brings a file and a migration of its own; these are never edited.</remarks>
internal static partial class SchedulerTables
{
    public static void CreateSqlite(MigrationBuilder migration) => Run(migration, "quartz-4.7.sqlite.sql");

    public static void CreateSqlServer(MigrationBuilder migration) => Run(migration, "quartz-4.7.sqlserver.sql");

    /// <summary>Those that point to others go first.</summary>
    public static void Drop(MigrationBuilder migration)
    {
        foreach (var table in (string[])["SIMPLE_TRIGGERS", "CRON_TRIGGERS", "SIMPROP_TRIGGERS", "BLOB_TRIGGERS", "TRIGGERS", "JOB_DETAILS", "CALENDARS",
            "PAUSED_TRIGGER_GRPS", "PAUSED_JOB_GRPS", "FIRED_TRIGGERS", "SCHEDULER_STATE", "LOCKS", "EXECUTION_HISTORY", "MISFIRE_HISTORY", "JOB_STATUS"])
            migration.Sql($"DROP TABLE QRTZ_{table};");
    }

    private static void Run(MigrationBuilder migration, string file)
    {
        using var stream = typeof(SchedulerTables).Assembly.GetManifestResourceStream($"Portal.Data.Migrations.Scheduler.{file}")
            ?? throw new InvalidOperationException($"The portal was built without {file}.");
        using var text = new StreamReader(stream);
        // What stands before the first mark is about the file.
        foreach (var statement in Mark().Split(text.ReadToEnd()).Skip(1)) migration.Sql(statement.Trim());
    }

    [GeneratedRegex(@"^--;;\r?$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Portal.Casework.Cases;
using Portal.Casework.Guides;
using Portal.Casework.Ledger;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Guides;
using Portal.Data.Ledger;
using Portal.Domain.Ledger;
using Portal.Domain.Notice;
using Portal.Domain.Values;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public sealed class MigrationTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public void Neither_provider_has_pending_model_changes()
    {
        using var sqlite = new SqliteDesignFactory().CreateDbContext([]);
        using var sqlServer = new SqlServerDesignFactory().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(sqlServer.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_SQL_Server_script_parses()
    {
        using var db = new SqlServerDesignFactory().CreateDbContext([]);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        Assert.Empty(errors.Select(error => $"{error.Line}: {error.Message}"));
        Assert.Contains("AspNetUserPasskeys", script, StringComparison.Ordinal);
        Assert.Contains("GuideEntries_AppendOnly", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_SQL_Server_the_migrations_run()
    {
        var connection = Environment.GetEnvironmentVariable("PORTAL_TEST_SQLSERVER");
        Assert.SkipWhen(string.IsNullOrEmpty(connection), "PORTAL_TEST_SQLSERVER holds no connection string.");
        await using var db = new SqlServerDbContext(new DbContextOptionsBuilder<SqlServerDbContext>()
            .UseSqlServer(connection).UseApplicationServiceProvider(DesignTime.Services).Options);
        await db.Database.EnsureDeletedAsync();
        await db.Database.MigrateAsync();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory]
    [InlineData("UPDATE CaseEvents SET What = 'else'")]
    [InlineData("DELETE FROM CaseEvents")]
    public async Task The_case_history_refuses_change_and_deletion(string sql)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var record = await TestCaseAsync(db);
        var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal("已提交", (await db.CaseEvents.AsNoTracking().FirstAsync(happened => happened.CaseId == record.Id)).What);
    }

    [Theory]
    [InlineData("UPDATE GuideEntries SET Text = 'else'")]
    [InlineData("DELETE FROM GuideEntries")]
    public async Task The_history_of_guides_refuses_change_and_deletion(string sql)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.Add(new GuideEntry { Subject = Guid.NewGuid().ToString("N"), RegionCode = "210000", Element = GuideElement.Office, Revision = 1, ActorName = "测试" });
        await db.SaveChangesAsync();
        var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE LedgerEntries SET Amount = 1")]
    [InlineData("DELETE FROM LedgerEntries")]
    public async Task The_ledger_refuses_change_and_deletion(string sql)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var record = await TestCaseAsync(db);
        db.Add(new LedgerEntry { CaseId = record.Id, Sequence = 1, Debit = LedgerAccount.Committed, Amount = new Money(100), MeasureCode = "hiring-grant", RegionCode = "210202" });
        await db.SaveChangesAsync();

        var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, LedgerAccount.Committed)]
    [InlineData(-100, LedgerAccount.Committed)]
    [InlineData(100, LedgerAccount.Budget)]
    public async Task The_ledger_takes_no_line_that_moves_nothing(long fen, LedgerAccount debit)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var record = await TestCaseAsync(db);
        db.Add(new LedgerEntry { CaseId = record.Id, Sequence = 1, Debit = debit, Amount = new Money(fen), MeasureCode = "hiring-grant", RegionCode = "210202" });

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Theory]
    [InlineData("UPDATE Parameters SET Value = '1'")]
    [InlineData("DELETE FROM Parameters")]
    public async Task The_parameter_book_refuses_change_and_deletion(string sql)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_append_only_table_has_its_triggers_on_either_database()
    {
        using var sqlServer = new SqlServerDesignFactory().CreateDbContext([]);
        var script = sqlServer.GetService<IMigrator>().GenerateScript();
        await using var db = await portal.Databases.CreateDbContextAsync();
        var triggers = await db.Database.SqlQueryRaw<string>("SELECT tbl_name || ' ' || name AS Value FROM sqlite_master WHERE type = 'trigger'").ToListAsync();
        string[] tables = [.. db.Model.GetEntityTypes().Where(entity => entity.GetDeclaredTriggers().Any()).Select(entity => entity.GetTableName()!).Order(StringComparer.Ordinal)];

        Assert.Equal(12, tables.Length);
        Assert.Equal(tables.SelectMany(table => (string[])[$"{table} {table}_NoDELETE", $"{table} {table}_NoUPDATE"]), triggers.Order(StringComparer.Ordinal));
        Assert.All(tables, table => Assert.Contains($"CREATE TRIGGER [{table}_AppendOnly] ON [{table}] INSTEAD OF UPDATE, DELETE", script, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_firms_of_runs_lie_in_the_tree_of_their_key_alone()
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT wr AS Value FROM pragma_table_list WHERE name = 'ScreenedFirms'").SingleAsync());
    }

    // What the library leaves behind when a start is killed; without the portal's own hold the next would wait for it without end.
    [Fact]
    public async Task A_start_that_was_killed_while_migrating_does_not_stop_the_next()
    {
        var folder = Directory.CreateTempSubdirectory("portal-migrate-").FullName;
        await using (var db = new SqliteDbContext(Options(folder)))
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-29 00:40:09+00:00')
                """);
            await db.BringUpToDateAsync(folder);
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Two_starts_at_once_bring_the_database_up_to_date_once()
    {
        var folder = Directory.CreateTempSubdirectory("portal-migrate-").FullName;
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await using var db = new SqliteDbContext(Options(folder));
            await db.BringUpToDateAsync(folder);
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        })));
        Directory.Delete(folder, recursive: true);
    }

    private static DbContextOptions<SqliteDbContext> Options(string folder) =>
        new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite($"Data Source={Path.Combine(folder, "portal.db")};Pooling=False")
            .UseApplicationServiceProvider(DesignTime.Services).Options;

    private static async Task<Case> TestCaseAsync(PortalDbContext db)
    {
        var record = new Case
        {
            No = Guid.NewGuid().ToString("N")[..17],
            MeasureCode = "hiring-grant",
            ApplicantName = "测试",
            RegionCode = "210202",
            FactsJson = "{}",
            AssessmentJson = "{}",
        };
        record.Events.Add(new CaseEvent { ActorName = "系统", What = "已提交" });
        db.Add(record);
        await db.SaveChangesAsync();
        return record;
    }
}

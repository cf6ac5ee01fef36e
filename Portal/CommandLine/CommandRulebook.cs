using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Domain.Measures;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.CommandLine;

/// <summary>The rulebook for a command that records nothing: the database's when there is one, else the shipped one.</summary>
internal static class CommandRulebook
{
    public static async Task<(Rulebook Rules, RegionDirectory Regions)> FindAsync(CancellationToken cancellation)
    {
        var builder = CommandHost.Create();
        var settings = DatabaseSettings.From(builder.Configuration, builder.Environment);
        if (!settings.IsSqlServer && !File.Exists(new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource)) return RulebookSource.Shipped();
        var databases = new ReadOnlyDatabases(settings);
        await using (var db = databases.CreateDbContext())
        {
            if (!await db.Database.CanConnectAsync(cancellation)) throw new CommandException("The configured database does not answer; its values are needed to decide.");
            if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any()) return RulebookSource.Shipped();
        }

        var source = new RulebookSource(databases, new MeasureCatalog(), NullLogger<RulebookSource>.Instance);
        return (await source.RulesAsync(cancellation), await source.RegionsAsync(cancellation));
    }

    private sealed class ReadOnlyDatabases(DatabaseSettings settings) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => settings.IsSqlServer
            ? new SqlServerDbContext(new DbContextOptionsBuilder<SqlServerDbContext>().UseSqlServer(settings.ConnectionString).Options)
            : new SqliteDbContext(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite(ReadOnly()).Options);

        private string ReadOnly() =>
            new SqliteConnectionStringBuilder(settings.ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ToString();
    }
}

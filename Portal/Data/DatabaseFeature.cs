using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Data.Protection;

namespace Portal.Data;

/// <summary>Registers the database by configuration: <c>Database:Provider</c> and <c>ConnectionStrings:Portal</c>.</summary>
public static class DatabaseFeature
{
    public static void AddPortalDatabase(this IHostApplicationBuilder builder)
    {
        var settings = DatabaseSettings.From(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(FieldKey.LoadVault(builder.Configuration, settings));
        if (settings.IsSqlServer) Add<SqlServerDbContext>(builder.Services, options => options.UseSqlServer(settings.ConnectionString));
        else Add<SqliteDbContext>(builder.Services, options => options.UseSqlite(settings.ConnectionString).AddInterceptors(new SqlitePragmas()));
    }

    private static void Add<TContext>(IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TContext : PortalDbContext
    {
        services.AddDbContextFactory<TContext>((provider, options) =>
        {
            configure(options);
            // What is to happen with every save, registered by whoever knows what that is.
            options.AddInterceptors(provider.GetServices<IInterceptor>());
            // Whether model and migrations agree is a test's to say: asked at every start, it takes nearly two seconds of it.
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        });
        services.AddSingleton<IDbContextFactory<PortalDbContext>, PortalDbContextFactory<TContext>>();
        // Identity's stores live as long as a request and take the context itself.
        services.AddScoped<PortalDbContext>(provider => provider.GetRequiredService<TContext>());
    }

    private sealed class PortalDbContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<PortalDbContext>
        where TContext : PortalDbContext
    {
        public PortalDbContext CreateDbContext() => inner.CreateDbContext();
    }
}

/// <summary>Which database, and where the portal keeps its files.</summary>
public sealed record DatabaseSettings(bool IsSqlServer, string ConnectionString, string DataFolder)
{
    /// <summary>Whether a SQLite database is there already.</summary>
    public bool HasData => !IsSqlServer && new FileInfo(new SqliteConnectionStringBuilder(ConnectionString).DataSource) is { Exists: true, Length: > 0 };

    /// <exception cref="StartRefusedException">The settings contradict each other; the message says what to set.</exception>
    public static DatabaseSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        var connection = configuration.GetConnectionString("Portal");
        var folder = Path.Combine(environment.ContentRootPath, "App_Data");
        switch (provider)
        {
            case "SqlServer":
                return new DatabaseSettings(true, string.IsNullOrWhiteSpace(connection)
                    ? throw new StartRefusedException("Database:Provider=SqlServer needs ConnectionStrings:Portal.") : connection, folder);
            case "Sqlite":
                if (string.IsNullOrWhiteSpace(connection)) connection = $"Data Source={Path.Combine(folder, "portal.db")}";
                // Files of the portal lie beside its database, so that a test or a second portal shares nothing.
                var file = new SqliteConnectionStringBuilder(connection).DataSource;
                return new DatabaseSettings(false, connection, Path.GetDirectoryName(Path.GetFullPath(file)) ?? folder);
            default:
                throw new StartRefusedException($"Database:Provider is {provider}; it may be Sqlite or SqlServer.");
        }
    }
}

namespace Portal.Features.Platform.Demo;

/// <summary><c>Demo:Enabled</c>: by default on with SQLite and off with SQL Server, so that no known password reaches a real portal.</summary>
public sealed record DemoOptions(bool IsEnabled)
{
    public static DemoOptions From(IConfiguration configuration) =>
        new(configuration.GetValue("Demo:Enabled", configuration["Database:Provider"] != "SqlServer"));
}

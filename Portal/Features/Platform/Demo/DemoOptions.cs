namespace Portal.Features.Platform.Demo;

/// <summary><c>Demo:Enabled</c>: by default on in Development alone, so that no known password reaches a real portal.</summary>
public sealed record DemoOptions(bool IsEnabled)
{
    public static DemoOptions From(IConfiguration configuration, IHostEnvironment environment) =>
        new(configuration.GetValue("Demo:Enabled", environment.IsDevelopment()));
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;

namespace Portal.Tests.Support;

/// <summary>The machine's time as a test sets it.</summary>
public sealed class GivenTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2020, 11, 16, 1, 0, 30, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

public static class LookUpLimitsOfATest
{
    /// <summary>Look-ups as a test bounds them.</summary>
    public static IServiceCollection LimitLookUps(this IServiceCollection services, int perAddress, TimeProvider? time = null) =>
        services.AddSingleton(new LookUpLimits(time ?? TimeProvider.System, new ConfigurationBuilder()
            .AddInMemoryCollection([new("Lookup:PerAddress", perAddress.ToString())]).Build()));
}

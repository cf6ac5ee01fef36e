using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Portal.Features.Cases;

/// <summary>So many questions a minute from one address: four characters could otherwise be guessed.</summary>
internal sealed class LookUpLimit(IConfiguration configuration) : IRateLimiterPolicy<string>
{
    public const string Name = "lookup";

    private readonly int _perMinute = configuration.GetValue("Lookup:RequestsPerMinute", 5);

    // Nothing to add: the status has its own page for people.
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => (_, _) => ValueTask.CompletedTask;

    public RateLimitPartition<string> GetPartition(HttpContext context) =>
        _perMinute <= 0 || !HttpMethods.IsPost(context.Request.Method) ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = _perMinute, Window = TimeSpan.FromMinutes(1) });
}

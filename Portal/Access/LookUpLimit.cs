using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Portal.Access;

/// <summary>So many questions a minute from one address: what is public about one record must not be read off for all, nor a secret guessed.</summary>
public sealed class LookUpLimit(IConfiguration configuration) : IRateLimiterPolicy<string>
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

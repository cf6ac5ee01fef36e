using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Domain.Measures;

namespace Portal.Tests.Support;

/// <summary>A portal whose database makes everybody wait and whose rules are never loaded already; it keeps what went wrong by address.</summary>
public sealed class WaitingPortal : IDisposable
{
    private readonly Failures _failures = new();

    public WaitingPortal()
    {
        Portal = PortalFactory.With(services => services.AddSingleton<IInterceptor>(new WaitingDatabase())
            .AddSingleton<RulebookSource, WaitingRulebooks>().AddSingleton<IExceptionHandler>(_failures));
        // Opened first: handlers and pages then share one of everything.
        _ = Portal.Server;
    }

    public PortalFactory Portal { get; }

    public IReadOnlyList<string> WhatWentWrong => [.. _failures.Seen];

    public void Dispose() => Portal.Dispose();

    /// <summary>The rules are never there at once, even when somebody has asked before.</summary>
    private sealed class WaitingRulebooks(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, ILogger<RulebookSource> logger)
        : RulebookSource(databases, catalog, logger)
    {
        public override async ValueTask<LoadedRules> LoadAsync(CancellationToken cancellation = default)
        {
            await Task.Yield();
            return await base.LoadAsync(cancellation);
        }
    }

    private sealed class Failures : IExceptionHandler
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Seen { get; } = new();

        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            var origin = exception.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains(" Portal.", StringComparison.Ordinal))?.Trim();
            // The page for errors runs on the address that failed.
            var failed = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
            Seen.Enqueue($"{httpContext.Request.Method} {failed}: {exception.GetType().Name}: {exception.Message} {origin}");
            return ValueTask.FromResult(false);
        }
    }
}

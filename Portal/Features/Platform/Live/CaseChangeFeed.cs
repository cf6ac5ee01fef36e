using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Platform.Live;

/// <param name="CaseIds">The cases something has happened on.</param>
/// <param name="LastEvent">The newest entry of a history that is told of.</param>
public sealed record CaseNews(IReadOnlySet<Guid> CaseIds, long LastEvent);

/// <summary>Looks for new entries in the histories once a second for all open pages of this process, and not at all while nobody listens.</summary>
/// <remarks>It asks the database, and so hears of what another process of the portal wrote.</remarks>
public sealed class CaseChangeFeed(IDbContextFactory<PortalDbContext> databases, IHostApplicationLifetime host, ILogger<CaseChangeFeed> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Ids are given out before their transaction ends: a smaller one may appear after a greater.</summary>
    private const int LookBack = 100;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HashSet<Channel<CaseNews>> _listeners = [];
    private HashSet<long> _seen = [];

    /// <summary>Once this returns nothing is missed: what happens from now on will be in the channel.</summary>
    public async Task<Listener> ListenAsync(CancellationToken cancellation)
    {
        var channel = Channel.CreateUnbounded<CaseNews>();
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_listeners.Count == 0)
            {
                await ReadAsync(cancellation);
                _ = Task.Run(WatchAsync, CancellationToken.None);
            }

            _listeners.Add(channel);
        }
        finally
        {
            _gate.Release();
        }

        return new Listener(this, channel);
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Pause);
        while (!host.ApplicationStopping.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            await _gate.WaitAsync(CancellationToken.None);
            try
            {
                if (_listeners.Count == 0) return;
                if (await ReadAsync(host.ApplicationStopping) is { } news)
                    foreach (var listener in _listeners) listener.Writer.TryWrite(news);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (DbException exception)
            {
                log.LogWarning(exception, "New steps on cases could not be read; trying again.");
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    private async Task<CaseNews?> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var from = (_seen.Count > 0 ? _seen.Max() : await db.CaseEvents.MaxAsync(step => (long?)step.Id, cancellation) ?? 0) - LookBack;
        var steps = await db.CaseEvents.Where(step => step.Id > from).Select(step => new { step.Id, step.CaseId }).ToListAsync(cancellation);
        var fresh = steps.Where(step => !_seen.Contains(step.Id)).ToArray();
        _seen = [.. steps.Select(step => step.Id)];
        return fresh.Length == 0 ? null : new CaseNews(fresh.Select(step => step.CaseId).ToHashSet(), steps.Max(step => step.Id));
    }

    private async ValueTask LeaveAsync(Channel<CaseNews> channel)
    {
        await _gate.WaitAsync(CancellationToken.None);
        _listeners.Remove(channel);
        _gate.Release();
    }

    public sealed class Listener(CaseChangeFeed watch, Channel<CaseNews> channel) : IAsyncDisposable
    {
        /// <returns>Null when nothing happened for so long.</returns>
        public async Task<CaseNews?> NextAsync(TimeSpan atMost, CancellationToken cancellation)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(atMost);
            try
            {
                return await channel.Reader.ReadAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return null;
            }
        }

        public ValueTask DisposeAsync() => watch.LeaveAsync(channel);
    }
}

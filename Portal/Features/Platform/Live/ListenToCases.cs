using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Data;

namespace Portal.Features.Platform.Live;

/// <summary>The stream of one open page: <c>changed</c> whenever something happened on what it shows, and nothing of what it was.</summary>
public sealed class ListenToCases(IDbContextFactory<PortalDbContext> databases, CaseChangeFeed watch, IHostApplicationLifetime host)
{
    public const string Changed = "changed";

    /// <summary>Then the browser asks again, and its session is looked at again.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Proxies cut what is silent for a minute.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    public async Task<bool> MayAsync(Actor actor, string no, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.OwnCasesOf(actor).AnyAsync(record => record.No == no, cancellation);
    }

    /// <param name="no">One case; null for all that are the actor's.</param>
    /// <param name="since">The newest step the page shows already.</param>
    public async IAsyncEnumerable<SseItem<string>> HandleAsync(
        Actor actor, string? no, long since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellation, host.ApplicationStopping);
        life.CancelAfter(Life);
        await using var listener = await watch.ListenAsync(cancellation);
        // Listening first and asking then: nothing that happened since the page was made falls between.
        if (await MissedAsync(actor, no, since, cancellation) is { } missed) yield return Item(missed);
        while (!life.IsCancellationRequested)
        {
            var news = await NextAsync(listener, life.Token);
            if (news is null) yield return new SseItem<string>("", "still");
            else if (await ConcernsAsync(news, actor, no, cancellation)) yield return Item(news.LastEvent);
        }
    }

    private static async Task<CaseNews?> NextAsync(CaseChangeFeed.Listener listener, CancellationToken life)
    {
        try
        {
            return await listener.NextAsync(Silence, life);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<long?> MissedAsync(Actor actor, string? no, long since, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.OwnCasesOf(actor).Where(record => no == null || record.No == no)
            .SelectMany(record => record.Events).Where(step => step.Id > since).MaxAsync(step => (long?)step.Id, cancellation);
    }

    // Asked each time: whoever has left a firm meanwhile hears nothing more.
    private async Task<bool> ConcernsAsync(CaseNews news, Actor actor, string? no, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var ids = news.CaseIds.ToArray();
        return await db.OwnCasesOf(actor).AnyAsync(record => (no == null || record.No == no) && ids.Contains(record.Id), cancellation);
    }

    private static SseItem<string> Item(long id) => new("", Changed) { EventId = id.ToString(CultureInfo.InvariantCulture) };
}

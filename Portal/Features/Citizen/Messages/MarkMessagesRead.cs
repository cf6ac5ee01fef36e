using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;

namespace Portal.Features.Citizen.Messages;

/// <summary>A person has seen their messages; pressing twice changes nothing more.</summary>
public sealed class MarkMessagesRead(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    /// <param name="until">The newest that was on the page: what came in meanwhile stays unread.</param>
    public async Task HandleAsync(Actor actor, DateTimeOffset until, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = clock.Now;
        await db.Messages.Where(message => message.UserId == actor.UserId && message.ReadAt == null && message.At <= until)
            .ExecuteUpdateAsync(change => change.SetProperty(message => message.ReadAt, now), cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Messages;

namespace Portal.Features.Citizen.Messages;

public sealed record MessagePage(IReadOnlyList<Message> Messages, int Unread, int Page, int Pages);

/// <summary>A person's own messages, the newest first.</summary>
public sealed class ListMessages(IDbContextFactory<PortalDbContext> databases)
{
    public const int PageSize = 20;

    public async Task<MessagePage> HandleAsync(Actor actor, int page, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var mine = db.Messages.AsNoTracking().Where(message => message.UserId == actor.UserId);
        var pages = Math.Max(1, (await mine.CountAsync(cancellation) + PageSize - 1) / PageSize);
        var current = Math.Clamp(page, 1, pages);
        return new MessagePage(
            await mine.OrderByDescending(message => message.At).ThenByDescending(message => message.Id)
                .Skip((current - 1) * PageSize).Take(PageSize).ToListAsync(cancellation),
            await mine.CountAsync(message => message.ReadAt == null, cancellation), current, pages);
    }
}

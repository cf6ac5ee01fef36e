using Microsoft.EntityFrameworkCore;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Messages;

namespace Portal.Features.Citizen.Messages;

/// <summary>One round of sending what is due. Two processes may run it on one database: the lease decides who sends what.</summary>
public sealed class DeliverMessages(IDbContextFactory<PortalDbContext> databases, IEnumerable<IMessageChannel> channels, BusinessClock clock)
{
    public const int AtMostAtOnce = 50;
    public const int AttemptsAtMost = 8;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <returns>How many deliveries were closed.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellation = default)
    {
        var closed = 0;
        foreach (var id in await DueAsync(cancellation))
            if (await SendAsync(id, cancellation))
                closed++;
        return closed;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = clock.Now;
        return await db.Deliveries.Where(delivery => delivery.ClosedAt == null && delivery.DueAt <= now)
            .OrderBy(delivery => delivery.DueAt).Take(AtMostAtOnce).Select(delivery => delivery.Id).ToListAsync(cancellation);
    }

    private async Task<bool> SendAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var delivery = await db.Deliveries.Include(d => d.Message).SingleOrDefaultAsync(d => d.Id == id, cancellation);
        if (delivery is not { ClosedAt: null } || delivery.DueAt > clock.Now) return false;
        var reader = await db.Users.SingleAsync(user => user.Id == delivery.Message.UserId, cancellation);
        delivery.DueAt = clock.Now + Lease;
        delivery.Attempts++;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        Note(delivery, await channels.Single(channel => channel.Channel == delivery.Channel).SendAsync(delivery, reader, cancellation));
        // What went out is noted even while the portal is shutting down, or it would go out again.
        await db.SaveChangesAsync(CancellationToken.None);
        return delivery.ClosedAt is not null;
    }

    private void Note(Delivery delivery, SendResult result)
    {
        if (result == SendResult.Failed && delivery.Attempts < AttemptsAtMost)
        {
            // 2, 4, 8 … minutes: a server that is down is not helped by asking it every second.
            delivery.DueAt = clock.Now + TimeSpan.FromMinutes(Math.Pow(2, delivery.Attempts));
            return;
        }

        (delivery.ClosedAt, delivery.IsSent) = (clock.Now, result == SendResult.Sent);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Messages;
using Portal.Data.Protection;

namespace Portal.Features.Citizen.Messages;

/// <summary>One round of sending short messages to numbers of a roster, as <see cref="DeliverMessages"/> sends to people.</summary>
public sealed class DeliverPhoneNotices(IDbContextFactory<PortalDbContext> databases, IPhoneChannel channel, FieldVault vault, BusinessClock clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <returns>How many were closed.</returns>
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
        return await db.PhoneNotices.Where(notice => notice.ClosedAt == null && notice.DueAt <= now)
            .OrderBy(notice => notice.DueAt).Take(DeliverMessages.AtMostAtOnce).Select(notice => notice.Id).ToListAsync(cancellation);
    }

    private async Task<bool> SendAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var notice = await db.PhoneNotices.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (notice is not { ClosedAt: null } || notice.DueAt > clock.Now) return false;
        notice.DueAt = clock.Now + Lease;
        notice.Attempts++;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        Note(notice, await channel.SendAsync(notice.Id, vault.Decrypt(SealPurpose.Mobile, notice.NumberCipher), notice.Body, cancellation));
        await db.SaveChangesAsync(CancellationToken.None);
        return notice.ClosedAt is not null;
    }

    private void Note(PhoneNotice notice, SendResult result)
    {
        if (result == SendResult.Failed && notice.Attempts < DeliverMessages.AttemptsAtMost)
        {
            notice.DueAt = clock.Now + TimeSpan.FromMinutes(Math.Pow(2, notice.Attempts));
            return;
        }

        // The number has done its work here; the roster's row keeps it.
        (notice.ClosedAt, notice.IsSent, notice.NumberCipher) = (clock.Now, result == SendResult.Sent, "");
    }
}

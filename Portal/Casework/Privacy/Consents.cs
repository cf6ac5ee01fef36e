using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Privacy;

namespace Portal.Casework.Privacy;

public static class Consents
{
    /// <summary>Whether a person has consented to the texts that stand now, and has not taken it back.</summary>
    public static async Task<bool> HasConsentedAsync(this PortalDbContext db, Guid userId, CancellationToken cancellation = default)
    {
        foreach (var text in ConsentTexts.CurrentOnes)
            if (!text.IsConsentedBy(await db.ConsentAsync(userId, text.Kind, cancellation)))
                return false;
        return true;
    }

    /// <returns>The latest a person has said of a kind; null for somebody who was never asked.</returns>
    public static Task<ConsentEntry?> ConsentAsync(this PortalDbContext db, Guid userId, ConsentKind kind, CancellationToken cancellation = default) =>
        db.ConsentEntries.AsNoTracking().Where(entry => entry.UserId == userId && entry.Kind == kind)
            .OrderByDescending(entry => entry.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>Keeps, in the caller's unit of work, that a person consents to the texts as they stand; what stands already is kept once.</summary>
    public static async Task GiveConsentAsync(this PortalDbContext db, Guid userId, DateTimeOffset at, CancellationToken cancellation = default)
    {
        foreach (var text in ConsentTexts.CurrentOnes)
            if (!text.IsConsentedBy(await db.ConsentAsync(userId, text.Kind, cancellation)))
                db.Add(new ConsentEntry { UserId = userId, Kind = text.Kind, TextVersion = text.Version, IsGiven = true, At = at });
    }

    /// <summary>Takes back, in the caller's unit of work, whatever of a person's consents still stands.</summary>
    public static async Task WithdrawConsentAsync(
        this PortalDbContext db, Guid userId, IEnumerable<ConsentKind> kinds, DateTimeOffset at, CancellationToken cancellation = default)
    {
        foreach (var kind in kinds)
            if (await db.ConsentAsync(userId, kind, cancellation) is { IsGiven: true } last)
                db.Add(new ConsentEntry { UserId = userId, Kind = kind, TextVersion = last.TextVersion, IsGiven = false, At = at });
    }
}

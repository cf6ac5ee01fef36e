using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Data;

namespace Portal.Features.Citizen.Privacy;

/// <summary>Who looked at a person's data; for a firm's cases, its administrators are told as well.</summary>
public sealed class ListMyViews(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks)
{
    /// <param name="before">Only entries with a lower number: the log grows by number.</param>
    public async Task<AccessPage> HandleAsync(Actor actor, long? before, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var firms = await db.FirmMemberships.Where(member => member.UserId == actor.UserId)
            .Select(member => new { member.FirmId, member.IsAdministrator }).ToListAsync(cancellation);
        var mine = firms.Select(firm => (Guid?)firm.FirmId).ToArray();
        var managed = firms.Where(firm => firm.IsAdministrator).Select(firm => (Guid?)firm.FirmId).ToArray();
        // Whoever has left a firm does not go on reading what happens to its cases.
        var entries = db.AccessEntries.AsNoTracking().Where(entry =>
            managed.Contains(entry.FirmId) || entry.SubjectId == actor.UserId && (entry.FirmId == null || mine.Contains(entry.FirmId)));
        if (before is { } last) entries = entries.Where(entry => entry.Id < last);
        return AccessPage.Of(
            await entries.OrderByDescending(entry => entry.Id).Take(AccessPage.Size + 1).ToListAsync(cancellation),
            await rulebooks.RegionsAsync(cancellation));
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Data.Privacy;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.Privacy;

/// <param name="CaseNo">A case, as it was typed.</param>
/// <param name="Name">Of the member of staff, in full.</param>
public sealed record AccessFilter(AccessKind? Kind = null, string? CaseNo = null, string? Name = null);

/// <summary>Who looked at what within an auditor's place; nothing for anybody else.</summary>
public sealed class ListViews(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks)
{
    public async Task<AccessPage> HandleAsync(Actor actor, AccessFilter filter, long? before, CancellationToken cancellation = default)
    {
        var places = await rulebooks.RegionsAsync(cancellation);
        if (!actor.Is(Roles.Auditor) || actor.Place is not { } place) return new AccessPage([], null, places);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var entries = db.AccessEntries.AsNoTracking().Within(place, entry => entry.RegionCode);
        if (filter.Kind is { } kind) entries = entries.Where(entry => entry.Kind == kind);
        if (PlainText.Compact(filter.CaseNo).ToUpperInvariant() is { Length: > 0 } no) entries = entries.Where(entry => entry.CaseNo == no);
        if (PlainText.Trim(filter.Name) is { Length: > 0 } name) entries = entries.Where(entry => entry.ActorName == name);
        if (before is { } last) entries = entries.Where(entry => entry.Id < last);
        return AccessPage.Of(await entries.OrderByDescending(entry => entry.Id).Take(AccessPage.Size + 1).ToListAsync(cancellation), places);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;

namespace Portal.Casework.Cases;

public static class OwnDrafts
{
    /// <summary>The actor's own drafts, and those of the firms the actor belongs to now, whoever began them.</summary>
    public static IQueryable<Draft> OwnDraftsOf(this PortalDbContext db, Actor actor) => db.Drafts.Where(draft =>
        draft.FirmId == null && draft.OwnerId == actor.UserId
        || db.FirmMemberships.Any(member => member.FirmId == draft.FirmId && member.UserId == actor.UserId));

    public static Task<Draft?> FindOwnDraftAsync(this PortalDbContext db, Actor actor, Guid id, CancellationToken cancellation = default) =>
        db.OwnDraftsOf(actor).SingleOrDefaultAsync(draft => draft.Id == id, cancellation);
}

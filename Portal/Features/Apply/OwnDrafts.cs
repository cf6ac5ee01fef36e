using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;

namespace Portal.Features.Apply;

internal static class OwnDrafts
{
    /// <summary>The actor's own drafts; one for a firm only while the actor still belongs to it.</summary>
    public static IQueryable<Draft> OwnDraftsOf(this PortalDbContext db, Actor actor) => db.Drafts.Where(draft =>
        draft.OwnerId == actor.UserId
        && (draft.FirmId == null || db.FirmMemberships.Any(member => member.FirmId == draft.FirmId && member.UserId == actor.UserId)));

    public static Task<Draft?> FindOwnDraftAsync(this PortalDbContext db, Actor actor, Guid id, CancellationToken cancellation) =>
        db.OwnDraftsOf(actor).SingleOrDefaultAsync(draft => draft.Id == id, cancellation);
}

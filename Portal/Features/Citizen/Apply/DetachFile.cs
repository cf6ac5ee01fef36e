using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data;

namespace Portal.Features.Citizen.Apply;

/// <summary>Takes a file out of a draft.</summary>
public sealed class DetachFile(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    /// <param name="version">The version the form stands at; kept when stale, so that another tab's changes are not hidden.</param>
    /// <returns>The version the form goes on with; null when the draft is not there any more or has just been changed.</returns>
    public async Task<Guid?> HandleAsync(Actor actor, Guid draftId, Guid version, Guid attachmentId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.OwnDraftsOf(actor).Include(d => d.Attachments)
            .SingleOrDefaultAsync(d => d.Id == draftId && d.CaseNo == null, cancellation);
        if (draft is null) return null;
        var isCurrent = draft.Version == version;
        await db.RemoveFilesAsync([.. draft.Attachments.Where(file => file.Id == attachmentId)], cancellation);
        (draft.ChangedAt, draft.ChangedById) = (clock.Now, actor.UserId);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return isCurrent ? draft.Version : version;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }
}

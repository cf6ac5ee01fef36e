using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Data;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>Throws a draft away with its files, when its owner asks for it.</summary>
public sealed class DiscardDraft(IDbContextFactory<PortalDbContext> databases)
{
    /// <returns>False when there is no such draft, or it became a case.</returns>
    public async Task<bool> HandleAsync(Actor actor, Guid draftId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.OwnDraftsOf(actor).Include(d => d.Attachments)
            .SingleOrDefaultAsync(d => d.Id == draftId && d.CaseNo == null, cancellation);
        if (draft is null) return false;
        await db.RemoveFilesAsync(draft.Attachments, cancellation);
        db.Remove(draft);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}

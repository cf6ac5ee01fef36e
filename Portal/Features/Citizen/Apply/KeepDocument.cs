using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Wallet;

namespace Portal.Features.Citizen.Apply;

/// <summary>Keeps a paper of an application with the certificates of the person, or of the firm, for applications to come.</summary>
public sealed class KeepDocument(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    /// <returns>False when there is no such paper of the actor's; true also when it was kept before.</returns>
    public async Task<bool> HandleAsync(Actor actor, Guid draftId, Guid attachmentId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.OwnDraftsOf(actor).AsNoTracking().Where(d => d.Id == draftId && d.CaseNo == null)
            .Select(d => new { d.FirmId, File = d.Attachments.FirstOrDefault(file => file.Id == attachmentId) }).SingleOrDefaultAsync(cancellation);
        if (draft?.File is not { } file) return false;
        if (await db.WalletOf(actor, draft.FirmId).AnyAsync(document => document.Material == file.Material && document.Sha256 == file.Sha256, cancellation)) return true;
        db.Add(WalletDocument.Of(file, actor.UserId, draft.FirmId, clock.Now));
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}

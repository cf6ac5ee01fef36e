using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Wallet;

namespace Portal.Casework.Cases;

public static class FileRemoval
{
    /// <summary>Removes files, and their bytes where no other paper and no certificate kept shares them. The caller saves.</summary>
    public static Task RemoveFilesAsync(this PortalDbContext db, IReadOnlyCollection<Attachment> files, CancellationToken cancellation) =>
        db.RemoveAsync(files, [], cancellation);

    /// <summary>Removes certificates kept, and their bytes where no paper of an application shares them. The caller saves.</summary>
    public static Task RemoveDocumentsAsync(this PortalDbContext db, IReadOnlyCollection<WalletDocument> documents, CancellationToken cancellation) =>
        db.RemoveAsync([], documents, cancellation);

    private static async Task RemoveAsync(
        this PortalDbContext db, IReadOnlyCollection<Attachment> files, IReadOnlyCollection<WalletDocument> documents, CancellationToken cancellation)
    {
        var own = files.Select(file => file.Id).Concat(documents.Select(document => document.Id)).ToArray();
        var contents = files.Select(file => file.ContentId).Concat(documents.Select(document => document.ContentId)).Distinct().ToArray();
        var shared = await db.Attachments.Where(file => contents.Contains(file.ContentId) && !own.Contains(file.Id)).Select(file => file.ContentId)
            .Union(db.WalletDocuments.Where(document => contents.Contains(document.ContentId) && !own.Contains(document.Id)).Select(document => document.ContentId))
            .ToListAsync(cancellation);
        db.RemoveRange(files);
        db.RemoveRange(documents);
        db.RemoveRange(contents.Except(shared).Select(id => new AttachmentContent { Id = id, Bytes = [] }));
    }
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Cases;

public static class FileRemoval
{
    /// <summary>Removes files, and their bytes where no other paper shares them. The caller saves.</summary>
    public static async Task RemoveFilesAsync(this PortalDbContext db, IReadOnlyCollection<Attachment> files, CancellationToken cancellation)
    {
        var (own, contents) = (files.Select(file => file.Id).ToArray(), files.Select(file => file.ContentId).Distinct().ToArray());
        var shared = await db.Attachments.Where(file => contents.Contains(file.ContentId) && !own.Contains(file.Id))
            .Select(file => file.ContentId).ToListAsync(cancellation);
        db.RemoveRange(files);
        db.RemoveRange(contents.Except(shared).Select(id => new AttachmentContent { Id = id, Bytes = [] }));
    }
}

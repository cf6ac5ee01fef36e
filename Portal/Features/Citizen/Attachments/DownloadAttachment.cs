using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Privacy;

namespace Portal.Features.Citizen.Attachments;

/// <summary>Hands out a file to those it concerns: who handed it in, those who act for the case's firm, and staff of the case's place.</summary>
public sealed class DownloadAttachment(IDbContextFactory<PortalDbContext> databases, AccessLog access)
{
    /// <returns>Null when there is no such file, or it is none of the actor's business.</returns>
    public async Task<DownloadedFile?> HandleAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(attachment => attachment.Id == id, cancellation);
        if (file is null) return null;
        var record = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == file.CaseId, cancellation);
        var firmId = record is null ? await db.Drafts.Where(draft => draft.Id == file.DraftId).Select(draft => draft.FirmId).SingleOrDefaultAsync(cancellation) : record.FirmId;
        var isConcerned = firmId is { } firm
            ? await db.FirmMemberships.AnyAsync(member => member.FirmId == firm && member.UserId == actor.UserId, cancellation)
            : (record is null ? file.OwnerId : record.ApplicantId) == actor.UserId;
        if (!isConcerned && record?.IsOpenTo(actor) != true) return null;
        if (record is not null) await access.LookedAsync(db, actor, AccessedRecord.Of(record), AccessKind.File, $"打开了材料“{file.Material}”", cancellation);
        var bytes = await db.AttachmentContents.Where(content => content.Id == file.ContentId).Select(content => content.Bytes).SingleAsync(cancellation);
        return new DownloadedFile(file.FileName, file.ContentType, bytes);
    }
}

public sealed record DownloadedFile(string FileName, string ContentType, byte[] Bytes);

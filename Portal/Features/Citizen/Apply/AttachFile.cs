using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Domain.Measures;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Uploads;

namespace Portal.Features.Citizen.Apply;

/// <summary>Keeps a file with the draft at once; a bad one is refused by name and nothing is stored.</summary>
public sealed class AttachFile(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, UploadLimits limits, FieldVault vault, BusinessClock clock)
{
    public const int MostFiles = 30;

    /// <param name="version">The version the form stands at; kept when stale, so that a file does not hide another tab's changes.</param>
    public async Task<AttachFileResult> HandleAsync(
        Actor actor, Guid draftId, Guid version, string material, string fileName, byte[] bytes, CancellationToken cancellation = default)
    {
        if (FileCheck.Refuse(FileCheck.CleanName(fileName), bytes, limits.AttachmentMaxMb) is { } refusal) return new AttachFileResult.Refused(refusal);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.OwnDraftsOf(actor).Include(d => d.Attachments)
            .SingleOrDefaultAsync(d => d.Id == draftId && d.CaseNo == null, cancellation);
        if (draft is null || catalog.MeasuresOf(DraftContent.Open(vault, draft.ContentJson)).All(measure => !measure.Materials.Contains(material))) return new AttachFileResult.NotFound();

        var digest = Convert.ToHexString(SHA256.HashData(bytes));
        if (draft.Attachments.Find(file => file.Material == material && file.Sha256 == digest) is { } same)
            return new AttachFileResult.Attached(AttachmentBrief.Of(same), version);
        if (draft.Attachments.Count >= MostFiles)
            return new AttachFileResult.Refused($"最多上传{MostFiles}个文件，请删除不需要的，或把几页合成一个 PDF。");

        var attachment = NewAttachment.Of(actor.UserId, material, fileName, bytes, clock.Now);
        attachment.DraftId = draft.Id;
        db.Add(attachment);
        var isCurrent = draft.Version == version;
        // Renews the version, so that a submission running at the same time cannot leave this file behind.
        (draft.ChangedAt, draft.ChangedById) = (clock.Now, actor.UserId);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new AttachFileResult.Attached(AttachmentBrief.Of(attachment), isCurrent ? draft.Version : version);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new AttachFileResult.Refused($"文件“{attachment.FileName}”没有存上：这份申请刚在别处改动过，请再上传一次。");
        }
    }
}

public abstract record AttachFileResult
{
    /// <param name="Version">The version the form goes on with.</param>
    public sealed record Attached(AttachmentBrief File, Guid Version) : AttachFileResult;

    public sealed record Refused(string Message) : AttachFileResult;

    public sealed record NotFound : AttachFileResult;
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Components.Rules;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Data.Wallet;
using Portal.Domain.Measures;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply;

/// <summary>Hands a certificate kept before in with an application; an expired one is refused, because it proves nothing any more.</summary>
public sealed class UseDocument(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, FieldVault vault, BusinessClock clock)
{
    /// <param name="version">The version the form stands at; kept when stale, so that a file does not hide another tab's changes.</param>
    public async Task<AttachFileResult> HandleAsync(Actor actor, Guid draftId, Guid version, Guid documentId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.OwnDraftsOf(actor).Include(d => d.Attachments).SingleOrDefaultAsync(d => d.Id == draftId && d.CaseNo == null, cancellation);
        if (draft is null) return new AttachFileResult.NotFound();
        var document = await db.WalletOf(actor, draft.FirmId).AsNoTracking().SingleOrDefaultAsync(kept => kept.Id == documentId, cancellation);
        if (document is null) return new AttachFileResult.Refused("这份证照已经从“我的证照”里删除，请重新上传。");
        var measures = catalog.MeasuresOf(DraftContent.Open(vault, draft.ContentJson));
        if (measures.All(measure => !measure.Materials.Contains(document.Material))) return new AttachFileResult.NotFound();
        if (measures.Any(measure => measure.Application.NextMonth?.Proof == document.Material))
            return new AttachFileResult.Refused($"“{document.FileName}”是以前月份的凭证，请上传这次申请月份的“{document.Material}”。");
        if (document.IsExpired(clock.Today))
            return new AttachFileResult.Refused($"“{document.FileName}”的有效期到{document.ValidUntil!.Value.ToChinese()}，已经过期，请上传新的。");
        if (draft.Attachments.Find(file => file.Material == document.Material && file.Sha256 == document.Sha256) is { } same)
            return new AttachFileResult.Attached(AttachmentBrief.Of(same) with { IsKept = true }, version);
        if (draft.Attachments.Count >= AttachFile.MostFiles) return new AttachFileResult.Refused($"最多上传{AttachFile.MostFiles}个文件，请先删除不需要的。");

        var attachment = NewAttachment.From(document, actor.UserId, draft.Id);
        db.Add(attachment);
        var isCurrent = draft.Version == version;
        (draft.ChangedAt, draft.ChangedById) = (clock.Now, actor.UserId);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new AttachFileResult.Attached(AttachmentBrief.Of(attachment) with { IsKept = true }, isCurrent ? draft.Version : version);
        }
        catch (DbUpdateException)
        {
            // Another tab has changed the draft, or the certificate was removed in this very moment.
            return new AttachFileResult.Refused($"“{document.FileName}”没有用上：这份申请或这份证照刚在别处改动过，请再试一次。");
        }
    }
}

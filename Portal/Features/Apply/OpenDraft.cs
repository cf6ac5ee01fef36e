using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Apply;

/// <summary>Opens an application in the making, for its owner alone.</summary>
public sealed class OpenDraft(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, FieldVault vault)
{
    /// <returns>Null when there is no such draft, or it is somebody else's.</returns>
    public async Task<OpenedDraft?> HandleAsync(Actor actor, Guid draftId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.OwnDraftsOf(actor).AsNoTracking().Include(d => d.Attachments).Include(d => d.Owner)
            .SingleOrDefaultAsync(d => d.Id == draftId, cancellation);
        if (draft is null) return null;
        var content = DraftContent.Open(vault, draft.ContentJson);
        var firm = draft.FirmId is { } firmId ? await db.Firms.AsNoTracking().SingleAsync(f => f.Id == firmId, cancellation) : null;
        return new OpenedDraft(draft.Id, draft.Version, draft.MeasureCode, catalog.MeasuresOf(content), content, draft.Owner.FullName,
            draft.Owner.ResidentId?.Masked, firm is null ? null : FirmBrief.Of(firm),
            [.. draft.Attachments.OrderBy(file => file.UploadedAt).Select(AttachmentBrief.Of)], draft.CaseNo);
    }
}

/// <param name="Code">Of the first measure: the address of the form.</param>
/// <param name="Measures">None once it was submitted.</param>
/// <param name="CaseNo">The number it became, when it was submitted already.</param>
public sealed record OpenedDraft(
    Guid Id, Guid Version, string Code, IReadOnlyList<Measure> Measures, DraftContent Content, string ApplicantName, string? ApplicantId, FirmBrief? Firm,
    IReadOnlyList<AttachmentBrief> Attachments, string? CaseNo);

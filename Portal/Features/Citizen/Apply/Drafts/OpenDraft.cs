using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Data.Wallet;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>Opens an application in the making, for its owner or the members of its firm.</summary>
public sealed class OpenDraft(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, FieldVault vault, BusinessClock clock)
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
        var measures = catalog.MeasuresOf(content);
        // Of proofs of a month those kept are of earlier months.
        var materials = measures.SelectMany(measure => measure.Materials.Where(material => material != measure.Application.NextMonth?.Proof)).Distinct().ToArray();
        var kept = await db.WalletOf(actor, draft.FirmId).AsNoTracking().Where(document => materials.Contains(document.Material))
            .OrderByDescending(document => document.KeptAt).ToListAsync(cancellation);
        return new OpenedDraft(draft.Id, draft.Version, draft.MeasureCode, measures, content, draft.Owner.FullName,
            draft.Owner.ResidentId?.Masked, firm is null ? null : FirmBrief.Of(firm),
            [.. draft.Attachments.OrderBy(file => file.UploadedAt).Select(file => AttachmentBrief.Of(file) with
            {
                IsKept = kept.Exists(document => document.Material == file.Material && document.Sha256 == file.Sha256),
            })],
            draft.CaseNo)
        {
            Kept = [.. kept.Select(document => new KeptDocument(document.Id, document.Material, document.FileName, document.ValidUntil, document.IsExpired(clock.Today)))],
        };
    }
}

/// <param name="Code">Of the first measure: the address of the form.</param>
/// <param name="Measures">None once it was submitted.</param>
/// <param name="CaseNo">The number it became, when it was submitted already.</param>
public sealed record OpenedDraft(
    Guid Id, Guid Version, string Code, IReadOnlyList<Measure> Measures, DraftContent Content, string ApplicantName, string? ApplicantId, FirmBrief? Firm,
    IReadOnlyList<AttachmentBrief> Attachments, string? CaseNo)
{
    /// <summary>Certificates of the person, or of the firm, that the measures ask for.</summary>
    public IReadOnlyList<KeptDocument> Kept { get; init; } = [];

    /// <summary>An account that need not be typed: of the firm's record, or of the person's earlier case.</summary>
    public KnownAccount? KnownAccount =>
        Firm is { Account: { } masked } firm ? new KnownAccount(firm.Bank, masked, "企业登记的账户")
        : Firm is null && Content.Earlier is { } earlier ? new KnownAccount(earlier.Bank, earlier.Masked, earlier.Source) : null;

    public bool UsesKnownAccount => KnownAccount is not null && (Firm is null ? Content.UsesEarlierAccount : Content.UsesFirmAccount);
}

/// <param name="Masked">Never the whole number.</param>
public sealed record KnownAccount(string? Bank, string Masked, string Source);

/// <summary>A certificate kept for later (证照) that may be used in this application.</summary>
public sealed record KeptDocument(Guid Id, string Material, string FileName, DateOnly? ValidUntil, bool IsExpired);

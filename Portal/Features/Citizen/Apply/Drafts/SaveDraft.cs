using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Protection;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>Keeps what has been typed so far.</summary>
public sealed class SaveDraft(IDbContextFactory<PortalDbContext> databases, FieldVault vault, BusinessClock clock)
{
    /// <param name="version">The version the form was opened or last saved with.</param>
    public async Task<SaveDraftResult> HandleAsync(Actor actor, Guid draftId, DraftContent content, Guid version, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.FindOwnDraftAsync(actor, draftId, cancellation);
        if (draft is null) return new SaveDraftResult.NotFound();
        if (draft.CaseNo is { } caseNo) return new SaveDraftResult.Submitted(caseNo);
        if (draft.Version != version) return new SaveDraftResult.Stale(draft.Version);
        (draft.ContentJson, draft.ChangedAt, draft.ChangedById) = (content.Seal(vault), clock.Now, actor.UserId);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new SaveDraftResult.Saved(draft.Version);
        }
        catch (DbUpdateConcurrencyException)
        {
            await db.Entry(draft).ReloadAsync(cancellation);
            return new SaveDraftResult.Stale(draft.Version);
        }
    }
}

public abstract record SaveDraftResult
{
    public sealed record Saved(Guid Version) : SaveDraftResult;

    /// <summary>Someone, or another tab, has saved in between.</summary>
    /// <param name="Current">The version to save over, for who chooses to.</param>
    public sealed record Stale(Guid Current) : SaveDraftResult;

    public sealed record Submitted(string CaseNo) : SaveDraftResult;

    public sealed record NotFound : SaveDraftResult;
}

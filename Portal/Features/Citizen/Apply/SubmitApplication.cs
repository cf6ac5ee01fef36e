using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Decisions;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Components.Rules;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Work;
using Portal.Domain.Calendar;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply;

/// <summary>Makes a draft a case, or one for each of its parts: once, whole, and by the same functions the form was shown with.</summary>
public sealed class SubmitApplication(
    IDbContextFactory<PortalDbContext> databases, ReviewApplication review, DecisionLog decisions, FieldVault vault, BusinessClock clock)
{
    // The form is kept: whoever took the consent back may give it again.
    private static readonly FormError NoConsent = new(null, "提交之前，请先在“我的账号”里同意个人信息处理说明。您填写的内容都保存着，同意后回来再提交。");

    /// <param name="version">The version of the draft that was checked on the page.</param>
    public async Task<SubmitResult> HandleAsync(Actor actor, Guid draftId, Guid version, CancellationToken cancellation = default)
    {
        try
        {
            return await SubmitAsync(actor, draftId, version, cancellation);
        }
        catch (CalendarYearMissingException missing)
        {
            return new SubmitResult.Rejected([new FormError(null, LiveAssessment.Explain(missing))]);
        }
        catch (DbUpdateException exception) when (exception.IsCollision())
        {
            return await AfterCollisionAsync(actor, draftId, cancellation);
        }
    }

    private async Task<SubmitResult> SubmitAsync(Actor actor, Guid draftId, Guid version, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.OwnDraftsOf(actor).Include(d => d.Attachments).SingleOrDefaultAsync(d => d.Id == draftId, cancellation);
        if (draft is null) return new SubmitResult.NotFound();
        if (draft.CaseNo is { } already) return new SubmitResult.Submitted(already);
        if (draft.Version != version) return new SubmitResult.Stale();
        if (!await db.HasConsentedAsync(actor.UserId, cancellation)) return new SubmitResult.Rejected([NoConsent]);
        var reviewed = await review.ReviewAsync(db, draft, cancellation);
        // Of two presses at once the slower one may find its own claims taken, by the case the quicker has just made.
        if (reviewed.Errors.Count > 0) return await AfterCollisionAsync(actor, draftId, cancellation);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var parts = reviewed.Reading.Parts.ToArray();
        var numbers = await CaseNumbers.TakeAsync(db, clock.Today, parts.Length, cancellation);
        var files = draft.Attachments.ToArray();
        for (var at = 0; at < parts.Length; at++)
        {
            var record = NewCase.From(reviewed, parts[at], at, draft, numbers[at], actor, vault, clock);
            db.Add(record);
            await decisions.AddAsync(db, record, parts[at].Assessment, parts[at].Terms, DecisionOccasion.Submitted, cancellation);
            // A paper that several cases need is handed in once: each case gets its own entry for the same bytes.
            db.AddRange(files.Where(file => parts[at].Terms.Measure.Materials.Contains(file.Material)).Select(file => NewAttachment.Copy(file, record.Id)));
            db.OpenWork(clock, WorkKind.ReviewCase, record.No, $"审核{parts[at].Terms.Measure.Name}：{record.ApplicantName}", record.RegionCode, Roles.Reviewer, record.PromisedOn);
        }

        db.RemoveRange(files);
        // What was typed now stands in the cases; the draft keeps no second copy of it.
        (draft.CaseNo, draft.ContentJson) = (numbers[0], new DraftContent().Seal(vault));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new SubmitResult.Submitted(numbers[0]);
    }

    /// <summary>Someone was quicker: the same draft in another tab, or another case with the same claim.</summary>
    private async Task<SubmitResult> AfterCollisionAsync(Actor actor, Guid draftId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.OwnDraftsOf(actor).Include(d => d.Attachments).SingleOrDefaultAsync(d => d.Id == draftId, cancellation);
        if (draft is null) return new SubmitResult.NotFound();
        if (draft.CaseNo is { } already) return new SubmitResult.Submitted(already);
        var reviewed = await review.ReviewAsync(db, draft, cancellation);
        return reviewed.Errors.Count > 0 ? new SubmitResult.Rejected(reviewed.Errors) : new SubmitResult.Stale();
    }
}

public abstract record SubmitResult
{
    /// <param name="CaseNo">The case's number, or the first's of several; the same when it was submitted before.</param>
    public sealed record Submitted(string CaseNo) : SubmitResult;

    public sealed record Rejected(IReadOnlyList<FormError> Errors) : SubmitResult;

    /// <summary>The draft has changed since the page was opened.</summary>
    public sealed record Stale : SubmitResult;

    public sealed record NotFound : SubmitResult;
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Wallet;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>Begins an application, for one measure or several, with what the portal already knows filled in.</summary>
public sealed class StartDraft(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, FieldVault vault, BusinessClock clock)
{
    /// <param name="codes">Of the measures, all for persons or all for firms; the first names the address of the form.</param>
    /// <param name="firmId">The firm it is for; null for a person's own.</param>
    /// <param name="carried">What was answered in the questionnaire; null where nothing was.</param>
    public async Task<StartDraftResult> HandleAsync(
        Actor actor, IReadOnlyList<string> codes, Guid? firmId, CarriedAnswers? carried = null, CancellationToken cancellation = default)
    {
        var measures = codes.Distinct().Select(catalog.Find).OfType<Measure>().ToArray();
        if (measures.Length == 0 || measures.Length < codes.Distinct().Count() || measures.Any(measure => measure.Audience != measures[0].Audience))
            return new StartDraftResult.NotOffered();
        if (NotCombined.Among(measures.Select(measure => measure.Code)).FirstOrDefault(pair => pair.Whenever) is { } pair) return new StartDraftResult.Exclusive(pair.Reason);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(person => person.Id == actor.UserId, cancellation);
        if (user is null || actor.IsStaff) return new StartDraftResult.NotAllowed();

        Firm? firm = null;
        if (measures[0].Audience == Audience.Firm)
        {
            firm = await db.FirmMemberships.AsNoTracking().Where(member => member.FirmId == firmId && member.UserId == actor.UserId)
                .Select(member => member.Firm).SingleOrDefaultAsync(cancellation);
            if (firm is null) return new StartDraftResult.NotAllowed();
        }
        else if (user.ResidentId is null)
        {
            return new StartDraftResult.NoResidentId();
        }

        if (!await db.HasConsentedAsync(actor.UserId, cancellation)) return new StartDraftResult.NeedsConsent();
        var known = await KnownBefore.ReadAsync(db, catalog, user, firm, cancellation);
        var content = Prefill.Content(firm, known, carried ?? CarriedAnswers.None);
        foreach (var measure in measures)
        {
            int? paid = measure.Application.MonthsPaidBefore is not null && user.ResidentId is { } id
                ? await EarlierMonths.CountAsync(db, measure.Code, id, cancellation) : null;
            content.Measures.Add(Prefill.Answers(measure, known, carried ?? CarriedAnswers.None, paid, clock.Today));
        }

        Prefill.SayOnce(content, measures);
        var draft = new Draft
        {
            OwnerId = actor.UserId,
            FirmId = firm?.Id,
            MeasureCode = measures[0].Code,
            ContentJson = content.Seal(vault),
            ChangedAt = clock.Now,
        };
        draft.Attachments.AddRange(await LastingPapersAsync(db, actor, draft, measures, cancellation));
        db.Add(draft);
        await db.SaveChangesAsync(cancellation);
        return new StartDraftResult.Started(draft.Id, draft.MeasureCode);
    }

    /// <summary>The newest valid certificate kept of each kind that says who somebody is: it need not be handed in again.</summary>
    private async Task<IEnumerable<Attachment>> LastingPapersAsync(PortalDbContext db, Actor actor, Draft draft, Measure[] measures, CancellationToken cancellation)
    {
        var kinds = measures.SelectMany(measure => measure.LastingMaterials).Distinct().ToArray();
        var kept = await db.WalletOf(actor, draft.FirmId).AsNoTracking().Where(document => kinds.Contains(document.Material))
            .OrderByDescending(document => document.KeptAt).ToListAsync(cancellation);
        return kept.Where(document => !document.IsExpired(clock.Today)).DistinctBy(document => document.Material)
            .Select(document => NewAttachment.From(document, actor.UserId, draft.Id));
    }
}

public abstract record StartDraftResult
{
    /// <param name="Code">Of the first measure: the address of the form.</param>
    public sealed record Started(Guid DraftId, string Code) : StartDraftResult
    {
        public string Address => $"/apply/{Code}?draft={DraftId}";
    }

    public sealed record NotOffered : StartDraftResult;

    /// <summary>Staff, or someone who does not act for the firm.</summary>
    public sealed record NotAllowed : StartDraftResult;

    /// <summary>The person has not consented to how personal data is handled, or not to the text as it stands now.</summary>
    public sealed record NeedsConsent : StartDraftResult;

    public sealed record NoResidentId : StartDraftResult;

    /// <summary>Two of the measures exclude each other for one person: one has to be chosen.</summary>
    public sealed record Exclusive(string Reason) : StartDraftResult;
}

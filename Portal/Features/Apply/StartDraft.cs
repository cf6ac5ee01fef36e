using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Privacy;
using Portal.Data.Protection;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Time;

namespace Portal.Features.Apply;

/// <summary>Begins an application with what the portal already knows filled in.</summary>
public sealed class StartDraft(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, FieldVault vault, BusinessClock clock)
{
    /// <param name="firmId">The firm it is for; null for a person's own.</param>
    public async Task<StartDraftResult> HandleAsync(Actor actor, string measureCode, Guid? firmId, CancellationToken cancellation = default)
    {
        if (catalog.Find(measureCode) is not { } measure) return new StartDraftResult.NotOffered();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(person => person.Id == actor.UserId, cancellation);
        if (user is null || actor.IsStaff) return new StartDraftResult.NotAllowed();

        Firm? firm = null;
        if (measure.Audience == Audience.Firm)
        {
            firm = await db.FirmMemberships.Where(member => member.FirmId == firmId && member.UserId == actor.UserId)
                .Select(member => member.Firm).SingleOrDefaultAsync(cancellation);
            if (firm is null) return new StartDraftResult.NotAllowed();
        }
        else if (user.ResidentId is null)
        {
            return new StartDraftResult.NoResidentId();
        }

        if (!await db.HasConsentedAsync(actor.UserId, cancellation)) return new StartDraftResult.NeedsConsent();
        var draft = new Draft
        {
            OwnerId = actor.UserId,
            FirmId = firm?.Id,
            MeasureCode = measure.Code,
            ContentJson = (await PrefillAsync(db, measure, user, firm, cancellation)).Seal(vault),
            ChangedAt = clock.Now,
        };
        db.Add(draft);
        await db.SaveChangesAsync(cancellation);
        return new StartDraftResult.Started(draft.Id);
    }

    private static async Task<DraftContent> PrefillAsync(PortalDbContext db, Measure measure, PortalUser user, Firm? firm, CancellationToken cancellation)
    {
        var content = new DraftContent { UsesFirmAccount = firm?.Account is not null };
        if (firm is not null && !firm.RegionCode.EndsWith("00", StringComparison.Ordinal)) content.Place = firm.RegionCode;
        var typed = new MeasureAnswers { Code = measure.Code };
        content.Measures.Add(typed);
        if (measure.Application.MonthsPaidBefore is { } before && user.ResidentId is { } id)
            typed.Answers[before.Name] = (await EarlierMonths.CountAsync(db, measure.Code, id, cancellation)).ToString(CultureInfo.InvariantCulture);
        if (measure.Application.People is not null) typed.People.Add(new PersonEntry());
        return content;
    }
}

public abstract record StartDraftResult
{
    public sealed record Started(Guid DraftId) : StartDraftResult;

    public sealed record NotOffered : StartDraftResult;

    /// <summary>Staff, or someone who does not act for the firm.</summary>
    public sealed record NotAllowed : StartDraftResult;

    /// <summary>The person has not consented to how personal data is handled, or not to the text as it stands now.</summary>
    public sealed record NeedsConsent : StartDraftResult;

    public sealed record NoResidentId : StartDraftResult;
}

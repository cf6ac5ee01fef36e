using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Components.Rules;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Applications;
using Portal.Domain.Measures;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply;

/// <summary>Says everything that stands against submitting a draft as it is stored.</summary>
public sealed class ReviewApplication(
    IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, RulebookSource rulebook, FieldVault vault, BusinessClock clock)
{
    /// <returns>Null when there is no such draft of the actor's; an empty list when it may be submitted.</returns>
    public async Task<IReadOnlyList<FormError>?> HandleAsync(Actor actor, Guid draftId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var draft = await db.OwnDraftsOf(actor).Include(d => d.Attachments).SingleOrDefaultAsync(d => d.Id == draftId, cancellation);
        return draft is null ? null : (await ReviewAsync(db, draft, cancellation)).Errors;
    }

    /// <param name="draft">With its attachments.</param>
    internal async Task<ReviewedApplication> ReviewAsync(PortalDbContext db, Draft draft, CancellationToken cancellation)
    {
        var content = DraftContent.Open(vault, draft.ContentJson);
        var rules = new FormRules(catalog.MeasuresOf(content), await rulebook.RulesAsync(cancellation), await rulebook.RegionsAsync(cancellation), clock.Today);
        var applicant = await db.Users.SingleAsync(user => user.Id == draft.OwnerId, cancellation);
        var firm = draft.FirmId is { } firmId ? await db.Firms.SingleAsync(f => f.Id == firmId, cancellation) : null;
        var reading = FormReader.Read(content, rules, firm?.Account is not null);
        var claims = RequestedClaims.Of(reading, applicant, firm, vault);
        var errors = new List<FormError>(reading.Errors);
        errors.AddRange(await RequestedClaims.CollisionsAsync(db, catalog, claims,
            held => firm is null ? held.ApplicantId == applicant.Id && held.FirmId is null : held.FirmId == firm.Id, cancellation));
        foreach (var measure in reading.Measures) await HoldAgainstRecordAsync(db, measure, applicant, errors, cancellation);
        for (var i = 0; i < rules.Materials.Count; i++)
            if (draft.Attachments.All(file => file.Material != rules.Materials[i]))
                errors.Add(new FormError(FieldIds.Material(i), $"请上传“{rules.Materials[i]}”。"));
        return new ReviewedApplication(rules, content, reading, applicant, firm, claims, errors);
    }

    /// <summary>Months that the portal has granted may not be told as fewer.</summary>
    private static async Task HoldAgainstRecordAsync(
        PortalDbContext db, MeasureReading reading, PortalUser applicant, List<FormError> errors, CancellationToken cancellation)
    {
        if (reading.Measure.Application.MonthsPaidBefore is not { } fact || applicant.ResidentId is not { } id) return;
        var known = await EarlierMonths.CountAsync(db, reading.Measure.Code, id, cancellation);
        if (MonthCeiling.IsUnderstated(reading.Facts[fact], known))
            errors.Add(new FormError(FactField.IdFor(fact, reading.Prefix), $"系统记录您已领取{known}个月，请填写不小于{known}的数。"));
    }
}

using Portal.Casework.Cases;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Protection;
using Portal.Domain.Applications;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply;

/// <summary>What an application lays claim to, and who has claimed it already (R12).</summary>
internal static class RequestedClaims
{
    public static IReadOnlyList<RequestedClaim> Of(FormReading reading, PortalUser applicant, Firm? firm, FieldVault vault) =>
        [.. reading.Measures.SelectMany(measure => measure.Parts.Where(part => part.Assessment.Outcome == Outcome.Eligible)
            .SelectMany(part => Of(measure, part, applicant, firm, vault)))];

    private static IEnumerable<RequestedClaim> Of(MeasureReading measure, FormPart part, PortalUser applicant, Firm? firm, FieldVault vault)
    {
        var claim = measure.Measure.Application.Claim;
        if (measure.Measure.Application.People is null)
        {
            var fieldId = claim.AsksFirstMonth ? FieldIds.FirstMonth(measure.Prefix) : claim.StartLabel is null ? null : FieldIds.StartedOn(measure.Prefix);
            return (measure.Measure.Audience == Audience.Firm ? firm?.CreditCode : applicant.ResidentId?.Index) is { } subject
                ? Wishes(part, claim, part.Facts, measure.Claim, subject, fieldId, null) : [];
        }

        var people = part.Members.Select(row => measure.People[row]).Where(person => person.Id is not null).SelectMany(person => Wishes(
            part, claim, measure.Facts.Over(person.Facts), person.Claim,
            vault.Index(SealPurpose.ResidentId, person.Id!.Value.Value), FieldIds.PersonId(measure.Prefix, person.Row), person.Row));
        // The training itself is paid once as well, whoever takes part in it.
        return measure.Measure.Application.People.IsEnrolment && firm is not null
            ? [.. people, .. Wishes(part, claim, part.Facts, measure.Claim, firm.CreditCode, FieldIds.Training(measure.Prefix), null)]
            : people;
    }

    private static IEnumerable<RequestedClaim> Wishes(
        FormPart part, ClaimRule claim, FactSet facts, ClaimAnswers answers, string subject, string? fieldId, int? row) =>
        claim.Periods(facts, part.Terms, answers).Select(period => new RequestedClaim(part, subject, period, fieldId, row));

    /// <summary>Names every wish that may not be granted beside what somebody has claimed before, or beside another wish of the same form.</summary>
    /// <param name="isOwn">Whether a case is the applicant's or the firm's: only then is its number told.</param>
    public static async Task<IReadOnlyList<FormError>> CollisionsAsync(
        PortalDbContext db, MeasureCatalog catalog, IReadOnlyList<RequestedClaim> wishes, Func<HeldCase, bool> isOwn, CancellationToken cancellation)
    {
        var errors = new List<FormError>();
        foreach (var measure in wishes.GroupBy(wish => wish.Part.Terms.Measure.Code))
        {
            var byBenefit = measure.ToLookup(wish => wish.Benefit);
            var wanted = byBenefit.Select(group => group.Key).ToArray();
            var others = wishes.Where(wish => wish.Part.Terms.Measure.Code != measure.Key).Select(wish => wish.Benefit);
            var found = (await db.DoubleBenefitsAsync(wanted, cancellation, isOwn)).Concat(DoubleBenefits.Find(wanted, others));
            // A person is told in their own row, months together at the field they are counted from.
            errors.AddRange(found.GroupBy(conflict => byBenefit[conflict.Wanted].First() is { Row: { } } row ? row : null)
                .SelectMany(group => DoubleBenefits.Explain(group, catalog.NameOf).Select(reason => group.Key is { } row
                    ? new FormError(row.FieldId, $"第{row.Row + 1}人{reason.Text}可以删除这一行，其他人不受影响。")
                    : new FormError(byBenefit[group.First().Wanted].First().FieldId, reason.Text))));
        }

        return errors;
    }
}

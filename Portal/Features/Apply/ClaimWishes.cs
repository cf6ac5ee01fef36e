using Portal.Components.Ui;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Apply;

/// <summary>What an application lays claim to, and who has claimed it already (R12).</summary>
internal static class ClaimWishes
{
    public static IReadOnlyList<ClaimWish> Of(FormReading reading, Measure measure, PortalUser applicant, Firm? firm, FieldVault vault)
    {
        if (reading.Assessment is not { Outcome: Outcome.Eligible }) return [];
        return measure switch
        {
            FlexibleSocialInsurance when applicant.ResidentId is { } id && reading.FirstMonth is { } first =>
            [
                .. ClaimPeriod.Months(first, FlexibleSocialInsurance.MonthsPaid(reading.Facts, reading.Terms))
                    .Select(month => new ClaimWish(id.Index, month, FieldIds.FirstMonth, null)),
            ],
            HiringGrant =>
            [
                .. reading.Hires.Where(hire => hire.Id is not null && hire.Assessment.Outcome == Outcome.Eligible)
                    .Select(hire => new ClaimWish(vault.Index(SealPurpose.ResidentId, hire.Id!.Value.Value), ClaimPeriod.Once, FieldIds.HireId(hire.Row), hire.Row)),
            ],
            StabilizationRefund when firm is not null => [new ClaimWish(firm.CreditCode, ClaimPeriod.Year(reading.Terms.AsOf), null, null)],
            StartupLoanInterest when applicant.ResidentId is { } id => [new ClaimWish(id.Index, ClaimPeriod.Year(reading.Terms.AsOf), null, null)],
            TemporaryRelief when applicant.ResidentId is { } id => [new ClaimWish(id.Index, ClaimPeriod.Once, null, null)],
            _ => [],
        };
    }

    /// <summary>Names every wish that may not be granted beside what somebody has claimed before.</summary>
    /// <param name="isOwn">Whether a case is the applicant's or the firm's: only then is its number told.</param>
    public static async Task<IReadOnlyList<FormError>> CollisionsAsync(
        PortalDbContext db, Terms terms, MeasureCatalog catalog, IReadOnlyList<ClaimWish> wishes, Func<HeldCase, bool> isOwn, CancellationToken cancellation)
    {
        var byBenefit = wishes.ToLookup(wish => new ClaimedBenefit(terms.Measure.Code, wish.Subject, ClaimSpan.Read(wish.Period, terms.AsOf), null));
        var found = await db.DoubleBenefitsAsync([.. byBenefit.Select(group => group.Key)], cancellation, isOwn);
        // A hire is told in its own row, months together at the field they are counted from.
        return
        [
            .. found.GroupBy(conflict => byBenefit[conflict.Wanted].First() is { HireRow: { } } row ? row : null)
                .SelectMany(group => DoubleBenefits.Explain(group, catalog.NameOf).Select(reason => group.Key is { } row
                    ? new FormError(row.FieldId, $"第{row.HireRow + 1}人{reason.Text}可以删除这一行，其他人不受影响。")
                    : new FormError(byBenefit[group.First().Wanted].First().FieldId, reason.Text))),
        ];
    }
}

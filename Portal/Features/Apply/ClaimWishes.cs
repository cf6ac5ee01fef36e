using Microsoft.EntityFrameworkCore;
using Portal.Components.Ui;
using Portal.Data;
using Portal.Data.Accounts;
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
            _ => [],
        };
    }

    /// <summary>Names every wish that somebody has claimed before.</summary>
    public static async Task<IReadOnlyList<FormError>> CollisionsAsync(
        PortalDbContext db, Measure measure, IReadOnlyList<ClaimWish> wishes, CancellationToken cancellation)
    {
        var subjects = wishes.Select(wish => wish.Subject).Distinct().ToArray();
        var taken = await db.BenefitClaims.AsNoTracking()
            .Where(claim => claim.MeasureCode == measure.Code && subjects.Contains(claim.Subject))
            .Select(claim => new { claim.Subject, claim.Period })
            .ToListAsync(cancellation);
        var collisions = wishes.Where(wish => taken.Any(claim => claim.Subject == wish.Subject && claim.Period == wish.Period)).ToArray();
        if (collisions.Length == 0) return [];
        return measure switch
        {
            HiringGrant =>
            [
                .. collisions.Select(wish => new FormError(wish.FieldId,
                    $"第{wish.HireRow + 1}人已经申请或领取过{measure.Name}，每人只能一次。请删除这一行，其他人不受影响。")),
            ],
            FlexibleSocialInsurance =>
            [
                new FormError(FieldIds.FirstMonth,
                    $"{string.Join("、", collisions.Select(wish => ClaimPeriod.ToChinese(wish.Period)))}已经申请过，同一个月不能重复申请。请改开始月份或申请月数。"),
            ],
            _ => [new FormError(null, $"贵单位{ClaimPeriod.ToChinese(collisions[0].Period)}的{measure.Name}已经申请过或已经发放，不能重复申请。可以在“我的办理”里查看进度。")],
        };
    }
}

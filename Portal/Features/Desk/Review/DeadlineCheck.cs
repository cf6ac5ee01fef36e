using Microsoft.EntityFrameworkCore;
using Portal.Casework.Steps;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Applications;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>Looks, before a case is granted, whether anybody would be paid for more months in all than the measure allows.</summary>
/// <remarks>What an applicant told of earlier months was right when it was told: another case of theirs may have been granted since.</remarks>
public sealed class DeadlineCheck(CaseAssessor assessor)
{
    /// <returns>Why the case may not be granted now; null when nothing stands against it.</returns>
    public async Task<StepResult?> RefuseAsync(PortalDbContext db, Case record, CancellationToken cancellation)
    {
        var measure = assessor.MeasureOf(record);
        if (measure.Application.MonthsInAll is not { } limit) return null;
        var facts = CaseJson.ReadFacts(measure.Facts, record.FactsJson);
        if (limit(facts, await assessor.TermsAsync(record, cancellation)) is not { } most) return null;
        await db.Entry(record).Collection(c => c.Claims).LoadAsync(cancellation);
        var subjects = record.Claims.Select(claim => claim.Subject).Distinct().ToArray();
        var granted = await db.BenefitClaims
            .Where(claim => claim.MeasureCode == record.MeasureCode && subjects.Contains(claim.Subject) && claim.CaseId != record.Id
                && db.Cases.Any(other => other.Id == claim.CaseId && (other.State == CaseState.Approved || other.State == CaseState.Settled)))
            .GroupBy(claim => claim.Subject).Select(group => new { group.Key, Months = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Months, cancellation);
        var told = measure.Application.MonthsPaidBefore is { } before ? facts[before] : null;
        var over = record.Claims.GroupBy(claim => claim.Subject)
            .Select(group => (Before: MonthCeiling.Before(told, granted.GetValueOrDefault(group.Key)), Now: group.Count()))
            .Where(one => MonthCeiling.IsExceeded(one.Now, most, one.Before)).ToArray();
        if (over.Length == 0) return null;
        var (earlier, now) = over.MaxBy(one => one.Before + one.Now);
        return new StepResult.Refused(
            $"期限已满，现在不能同意：{measure.Name}每人一共最多 {most} 个月，本系统已同意或申请人说明已领取 {earlier} 个月，这一件又申请 {now} 个月"
            + $"{(over.Length > 1 ? $"（有 {over.Length} 人超过）" : "")}。请申请人补正，把月数改到 {MonthCeiling.Left(most, earlier)} 个月以内，或者不予支持。");
    }
}

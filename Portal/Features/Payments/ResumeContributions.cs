using System.Globalization;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Rulebooks;
using Portal.Time;

namespace Portal.Features.Payments;

/// <summary>The firm pays contributions again, so that the rest of an advanced grant falls due (clause 6, ruling R6).</summary>
public sealed class ResumeContributions(PlanSteps steps, RulebookSource rulebooks, BusinessClock clock)
{
    /// <param name="version">The version of the case the tab showed.</param>
    /// <param name="text">The day contributions resumed, as typed: 2020-11-20.</param>
    public async Task<PaymentResult> HandleAsync(Actor actor, string no, Guid version, string? text, CancellationToken cancellation = default)
    {
        if (!DateOnly.TryParseExact(PlainText.Compact(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new PaymentResult.Invalid(PaymentFields.ResumedOn, "请填写“恢复缴费日期”，例如 2020-11-20。");
        if (day > clock.Today) return new PaymentResult.Invalid(PaymentFields.ResumedOn, $"“恢复缴费日期”不能晚于今天（{clock.Today:yyyy年M月d日}）。");
        var rules = await rulebooks.RulesAsync(cancellation);
        return await steps.RunAsync(
            actor, no, version, [Roles.Finance, Roles.Reviewer],
            record => Waiting(record).Any() && Waiting(record).All(part => part.DueOn is { } due && due == DueAfter(day, record, rules)),
            (_, record) => Task.FromResult(Release(record, day, rules, actor)),
            cancellation);
    }

    private PaymentResult Release(Case record, DateOnly day, Rulebook rules, Actor actor)
    {
        if (!Waiting(record).Any(part => part.DueOn is null)) return new PaymentResult.Refused("没有等待恢复缴费的款项，或者已经登记过恢复缴费。");
        if (day < record.AsOf) return new PaymentResult.Invalid(PaymentFields.ResumedOn, $"“恢复缴费日期”不能早于申请日期（{record.AsOf:yyyy年M月d日}）。");
        if (DueAfter(day, record, rules) is not { } due) return new PaymentResult.Refused("拨付期限还算不出来：节假日安排或拨付天数没有录入，请联系系统管理员。");
        foreach (var part in Waiting(record)) part.DueOn ??= due;
        record.Tell(actor, clock, $"企业已于 {day:yyyy年M月d日} 恢复缴费，余款最迟 {due:yyyy年M月d日} 拨付");
        return new PaymentResult.Done();
    }

    /// <summary>Clause 20 once more: so many working days from the day the money was released; null when they cannot be counted.</summary>
    private static DateOnly? DueAfter(DateOnly day, Case record, Rulebook rules) =>
        rules.Parameters.Find(SharedParameters.PaymentDueWorkingDays, record.RegionCode, day)?.Value is int days ? rules.Calendar.TryAddWorkingDays(day, days) : null;

    private static IEnumerable<PaymentInstalment> Waiting(Case record) =>
        record.Instalments.Where(part => part.Trigger == Trigger.ContributionsResume);
}

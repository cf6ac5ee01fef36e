using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Payments;

/// <summary>What an instalment waited for has happened, so that it falls due: contributions resumed (R6), half of the training done, the term over.</summary>
public sealed class RecordMilestone(PlanSteps steps, MeasureCatalog catalog, RulebookSource rulebooks, BusinessClock clock)
{
    /// <param name="version">The version of the case the tab showed.</param>
    /// <param name="trigger">What the instalment waited for, see <see cref="Trigger"/>.</param>
    /// <param name="text">The day it happened, as typed: 2020-11-20.</param>
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid version, string? trigger, string? text, CancellationToken cancellation = default)
    {
        if (!IsoDate.TryRead(text, out var day))
            return StepResult.Wrong(PaymentFields.HappenedOn, "请填写是哪一天，例如 2020-11-20。");
        if (day > clock.Today) return StepResult.Wrong(PaymentFields.HappenedOn, $"日期不能晚于今天（{clock.Today:yyyy年M月d日}）。");
        if (trigger is null || Trigger.EventOf(trigger) is not { } happened) return new StepResult.Refused("请选择已经发生的是哪一件事。");
        var rules = await rulebooks.RulesAsync(cancellation);
        return await steps.RunAsync(
            actor, no, version, [Roles.Finance, Roles.Reviewer],
            record => DueAfter(record, trigger, day, rules) is { } due && record.Instalments.Exists(part => part.Trigger == trigger && part.DueOn == due),
            (db, record) => ReleaseAsync(db, record, trigger, happened, day, rules, actor, cancellation),
            cancellation);
    }

    private async Task<StepResult> ReleaseAsync(
        PortalDbContext db, Case record, string trigger, string happened, DateOnly day, Rulebook rules, Actor actor, CancellationToken cancellation)
    {
        var waiting = record.Instalments.Where(part => part.Trigger == trigger && part.State == InstalmentState.Waiting).OrderBy(part => part.Sequence).ToArray();
        if (waiting.Length == 0) return new StepResult.Refused($"没有等待“{happened}”的款项，或者已经登记过了。");
        if (day < record.AsOf) return StepResult.Wrong(PaymentFields.HappenedOn, $"日期不能早于申请日期（{record.AsOf:yyyy年M月d日}）。");
        if (DueAfter(record, trigger, day, rules) is not { } due) return new StepResult.Refused("拨付期限还算不出来：节假日安排或拨付天数没有录入，请联系系统管理员。");
        if (trigger == Trigger.Monthly && IsReleasedInMonth(record, day, rules)) return new StepResult.Refused("这个月已经核对过领取资格，请下个月再登记。");
        // A monthly benefit is released month by month, everything else at once.
        var money = await CaseLedger.OpenAsync(db, record, clock, actor, cancellation);
        foreach (var part in trigger == Trigger.Monthly ? waiting[..1] : waiting) money.FallDue(part, due);
        record.AddEvent(actor, clock, $"{day:yyyy年M月d日} {happened}，下一笔最迟 {due:yyyy年M月d日} 拨付");
        return new StepResult.Done();
    }

    private bool IsReleasedInMonth(Case record, DateOnly day, Rulebook rules) => PaymentTerm.IsReleasedInMonth(
        record.Instalments.Where(part => part.Trigger == Trigger.Monthly).Select(part => part.DueOn), MeasureOf(record), rules, record.RegionCode, day);

    private DateOnly? DueAfter(Case record, string trigger, DateOnly day, Rulebook rules) => PaymentTerm.After(MeasureOf(record), trigger, rules, record.RegionCode, day);

    private Measure MeasureOf(Case record) => catalog.Find(record.MeasureCode) ?? throw new InvalidOperationException($"Case {record.No} is of no measure in the catalogue.");
}

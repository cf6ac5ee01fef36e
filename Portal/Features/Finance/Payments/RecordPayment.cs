using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Runs;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Payments;

/// <param name="Version">The version of the case the tab showed.</param>
/// <param name="Reference">The bank's or treasury's number, as typed.</param>
/// <param name="PaidOn">As typed: 2020-11-20.</param>
public sealed record PaymentMade(string No, Guid Version, Guid InstalmentId, string? Reference, string? PaidOn);

/// <summary>Finance records that an instalment was paid; the last one settles the case. No instalment is paid twice.</summary>
public sealed class RecordPayment(PlanSteps steps, BusinessClock clock)
{
    private const int ReferenceAtMost = 64;

    public async Task<StepResult> HandleAsync(Actor actor, PaymentMade made, CancellationToken cancellation = default)
    {
        var reference = PlainText.Compact(made.Reference);
        if (reference.Length is 0 or > ReferenceAtMost)
            return StepResult.Wrong(PaymentFields.Reference, $"请填写“拨付凭证号”，不超过 {ReferenceAtMost} 个字。");
        if (!IsoDate.TryRead(made.PaidOn, out var day))
            return StepResult.Wrong(PaymentFields.PaidOn, "请填写“拨付日期”，例如 2020-11-20。");
        return await steps.RunAsync(
            actor, made.No, made.Version, [Roles.Finance],
            record => record.Instalments.Exists(part => part.Id == made.InstalmentId && part.PaidOn == day && part.Reference == reference),
            async (db, record) =>
            {
                if (record.Instalments.Find(part => part.Id == made.InstalmentId) is not { } part) return new StepResult.NotFound();
                if (await db.OpenAccountChangeAsync(record.Id, cancellation) is not null) return new StepResult.Refused(PlanSteps.HeldByAccountChange);
                if (await db.DisputedCases().ContainsAsync(record.Id, cancellation))
                    return new StepResult.Refused("这件办件有一份银行回执和已知的情况不一致，这笔款可能已经付过。请先到“银行回执”核实，再登记拨付。");
                if (Hinder(record, part, day) is { } hindrance) return hindrance;
                var money = await CaseLedger.OpenAsync(db, record, clock, actor, cancellation);
                if (!await db.TryPayAsync(money, part, Guid.CreateVersion7(), day, reference, actor, clock, cancellation)) return new StepResult.Stale(CaseTransitions.ToChinese(record.State));
                await db.FollowPaymentsAsync([record], actor, clock, cancellation);
                return new StepResult.Done();
            },
            cancellation);
    }

    private StepResult? Hinder(Case record, PaymentInstalment part, DateOnly day)
    {
        if (part.PaidOn is { } before) return new StepResult.Refused($"第 {part.Sequence} 笔已于 {before:yyyy年M月d日} 拨付（凭证号 {part.Reference}），没有重复登记。");
        if (part.HeldReason is { } held) return new StepResult.Refused($"第 {part.Sequence} 笔暂缓拨付（{held}）。请先在批次里解除暂缓，再登记。");
        if (part.State is InstalmentState.Batched or InstalmentState.Sent)
            return new StepResult.Refused($"第 {part.Sequence} 笔已列入拨付批次，由银行办理，不能再单独登记。");
        if (part.State == InstalmentState.Lapsed) return new StepResult.Refused($"第 {part.Sequence} 笔已经核减，不再拨付。");
        if (part.State == InstalmentState.Waiting) return new StepResult.Refused($"这一笔要等{Trigger.EventOf(part.Trigger)}后才能拨付，请先登记。");
        if (Milestones.WaitsFor(part.Step, record.Instalments.Select(other => other.Step)) is { } earlier)
            return new StepResult.Refused($"第 {earlier.Sequence} 笔还没有拨付，各笔要按顺序拨付。请先办理第 {earlier.Sequence} 笔。");
        if (day < part.HappenedOn) return StepResult.Wrong(PaymentFields.PaidOn, $"“拨付日期”不能早于拨付条件具备的日期（{part.HappenedOn:yyyy年M月d日}）。");
        var decided = record.DecidedOn ?? record.SubmittedOn;
        if (day > clock.Today) return StepResult.Wrong(PaymentFields.PaidOn, $"“拨付日期”不能晚于今天（{clock.Today:yyyy年M月d日}）。");
        return day < decided ? StepResult.Wrong(PaymentFields.PaidOn, $"“拨付日期”不能早于作出决定的日期（{decided:yyyy年M月d日}）。") : null;
    }
}

using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Protection;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

/// <summary>Finance puts a draft before another person, with the day on which the bank is to pay and the account it pays from.</summary>
public sealed class ProposeBatch(BatchSteps steps, Debtors debtors, FieldVault vault, BusinessClock clock)
{
    public const string ExecutionField = "execution-on";

    /// <param name="executionOn">As typed: 2020-11-24.</param>
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid version, string? executionOn, CancellationToken cancellation = default)
    {
        if (!IsoDate.TryRead(executionOn, out var day))
            return StepResult.Wrong(ExecutionField, "请填写“付款日期”，例如 2020-11-24。");
        if (!ExecutionTerm.Allows(day, clock.Today))
            return StepResult.Wrong(ExecutionField, $"“付款日期”要在今天（{clock.Today:yyyy年M月d日}）到 {ExecutionTerm.LastDay(clock.Today):yyyy年M月d日} 之间。");
        return await steps.RunAsync(
            actor, no, version, [Roles.Finance], BatchAction.Propose,
            batch => batch.State == BatchState.Proposed && batch.ProposedById == actor.UserId && batch.ExecutionOn == day,
            (db, batch) =>
            {
                if (batch.Count == 0) return Hindered("批次里没有款项，请撤销这个批次，重新收集。");
                if (debtors.For(batch.RegionCode) is not { } debtor) return Hindered("还没有设置本地区的付款账户，请联系系统管理员设置后再提交。");
                (batch.ProposedById, batch.ProposedByName, batch.ProposedAt, batch.ExecutionOn, batch.Note) = (actor.UserId, actor.Name, clock.Now, day, null);
                (batch.DebtorName, batch.DebtorBank, batch.DebtorAccount) = (debtor.Name, debtor.Bank, vault.Seal(debtor.Account));
                db.OpenWork(clock, WorkKind.ApproveBatch, batch.No, $"复核拨付批次 {batch.No}：{batch.Count} 笔，{batch.Total.ToChinese()}", batch.RegionCode, Roles.Approver, day);
                return Task.FromResult<StepResult?>(null);
            },
            cancellation);
    }

    private static Task<StepResult?> Hindered(string why) => Task.FromResult<StepResult?>(new StepResult.Refused(why));
}

using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Domain.Batches;

namespace Portal.Casework.Batches;

/// <summary>Steps of staff on a batch: who may take them, and in which state.</summary>
public sealed class BatchSteps(StepRunner steps)
{
    public const string Party = "按回避要求请由其他同事办理：您是其中一件申请的申请人或该企业的经办人，办件编号 ";

    /// <param name="version">The version of the batch the tab showed.</param>
    /// <param name="isDone">Whether an earlier press has already brought the batch there.</param>
    /// <param name="act">What to do besides the new state; what it returns stands in the way, and nothing is saved then.</param>
    public Task<StepResult> RunAsync(
        Actor actor, string no, Guid version, string[] roles, BatchAction action, Func<PaymentBatch, bool> isDone,
        Func<PortalDbContext, PaymentBatch, Task<StepResult?>> act, CancellationToken cancellation) =>
        steps.RunAsync(
            new RecordStep<PaymentBatch>
            {
                Find = db => db.PaymentBatches.SeenBy(actor).Where(batch => batch.No == no),
                RefuseAsync = (_, _) => Task.FromResult(
                    roles.Any(actor.Is) ? null : "您的岗位不办理这一步。批次由财务人员编制，由另一位财务或复核人员复核。"),
                IsDone = isDone,
                IsCurrent = batch => batch.Version == version && BatchTransitions.After(batch.State, action) is not null,
                StateOf = batch => BatchTransitions.ToChinese(batch.State),
            },
            async (db, batch) =>
            {
                if (await db.PartyToAsync(db.BatchLines.Where(line => line.BatchId == batch.Id), actor, cancellation) is { } party)
                    return new StepResult.Refused(Party + party + "。");
                if (await act(db, batch) is { } hindrance) return hindrance;
                batch.State = BatchTransitions.After(batch.State, action)!.Value;
                return new StepResult.Done();
            },
            cancellation);
}

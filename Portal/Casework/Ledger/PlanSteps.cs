using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Casework.Ledger;

/// <summary>Steps of staff on a payment plan: who may take them, and when.</summary>
public sealed class PlanSteps(StepRunner steps, BusinessClock clock)
{
    public const string HeldByAccountChange = "申请人正在更换收款账户，确认之前不能拨付，以免打到不再使用的账户。请先请同事办理账户更换。";

    /// <param name="isDone">Whether an earlier press has already brought the plan there.</param>
    /// <param name="act">Changes the case and its loaded plan; anything but Done leaves the database as it was.</param>
    public Task<StepResult> RunAsync(
        Actor actor, string no, Guid version, string[] roles, Func<Case, bool> isDone, Func<PortalDbContext, Case, Task<StepResult>> act,
        CancellationToken cancellation) =>
        steps.RunAsync(
            new RecordStep<Case>
            {
                Find = db => db.Cases.Include(c => c.Instalments.OrderBy(part => part.Sequence)).Where(c => c.No == no),
                IsVisible = record => actor.Sees(record.RegionCode),
                RefuseAsync = async (db, record) =>
                    !roles.Any(actor.Is) ? "您的账号不能办理这一步，请由财务人员办理。"
                    : await db.IsPartyAsync(actor, record, cancellation) ? CaseParties.LeaveToOthers
                    : null,
                IsDone = isDone,
                IsCurrent = record => record.Version == version && record.State == CaseState.Approved,
                StateOf = record => CaseTransitions.ToChinese(record.State),
            },
            async (db, record) =>
            {
                EnsureWhole(record);
                var result = await act(db, record);
                if (result is not StepResult.Done) return result;
                // An instalment and an entry in the history leave the case's own row as it was: without this a stale tab would go unnoticed.
                record.Version = Guid.CreateVersion7();
                await RescheduleAsync(db, record, actor, cancellation);
                return result;
            },
            cancellation);

    /// <exception cref="InvalidOperationException">Money was lost or made between the decision and the payment.</exception>
    public static void EnsureWhole(Case record)
    {
        var sum = GrantedPlan.TotalOf(record);
        if (sum != record.Entitlement)
            throw new InvalidOperationException($"Case {record.No}: instalments of {sum} do not make the entitlement of {record.Entitlement}.");
    }

    private async Task RescheduleAsync(PortalDbContext db, Case record, Actor actor, CancellationToken cancellation)
    {
        var next = CasePayments.NextDue(record);
        await db.RescheduleWorkAsync(WorkKind.PayInstalments, record.No, next, cancellation);
        if (!(next < clock.Today)) await db.CloseWorkAsync(clock, WorkKind.LatePayment, record.No, actor, cancellation);
    }
}

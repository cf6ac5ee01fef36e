using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Finance.Payments;

/// <summary>What every step on a payment plan has in common: find it, check who may, tell the slower of two, save at once.</summary>
public sealed class PlanSteps(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public const string HeldByAccountChange = "申请人正在更换收款账户，确认之前不能拨付，以免打到不再使用的账户。请先请同事办理账户更换。";

    /// <param name="isDone">Whether an earlier press has already brought the plan there.</param>
    /// <param name="step">Changes the case and its loaded plan; anything but Done leaves the database as it was.</param>
    public async Task<PaymentResult> RunAsync(
        Actor actor, string no, Guid version, string[] roles, Func<Case, bool> isDone, Func<PortalDbContext, Case, Task<PaymentResult>> step,
        CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await PlanAsync(db.Cases, no, cancellation);
        if (record is null || !actor.Sees(record.RegionCode)) return new PaymentResult.NotFound();
        if (!roles.Any(actor.Is)) return new PaymentResult.Refused("您的账号不能办理这一步，请由财务人员办理。");
        if (await db.IsPartyAsync(actor, record, cancellation))
            return new PaymentResult.Refused("您是这件申请的申请人或该企业的经办人，按回避要求请由其他同事办理。");
        if (isDone(record)) return new PaymentResult.Done();
        if (record.Version != version || record.State != CaseState.Approved) return new PaymentResult.Stale(record.State);
        EnsureWhole(record);
        try
        {
            var result = await step(db, record);
            if (result is not PaymentResult.Done) return result;
            // An instalment and an entry in the history leave the case's own row as it was: without this a stale tab would go unnoticed.
            record.Version = Guid.CreateVersion7();
            await RescheduleAsync(db, record, actor, cancellation);
            await db.SaveChangesAsync(cancellation);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            await using var fresh = await databases.CreateDbContextAsync(cancellation);
            record = await PlanAsync(fresh.Cases.AsNoTracking(), no, cancellation);
            return isDone(record!) ? new PaymentResult.Done() : new PaymentResult.Stale(record!.State);
        }
    }

    /// <exception cref="InvalidOperationException">Money was lost or made between the decision and the payment.</exception>
    public static void EnsureWhole(Case record)
    {
        var sum = GrantedPlan.TotalOf(record);
        if (sum != record.Entitlement)
            throw new InvalidOperationException($"Case {record.No}: instalments of {sum} do not make the entitlement of {record.Entitlement}.");
    }

    private static Task<Case?> PlanAsync(IQueryable<Case> cases, string no, CancellationToken cancellation) =>
        cases.Include(c => c.Instalments.OrderBy(part => part.Sequence)).SingleOrDefaultAsync(c => c.No == no, cancellation);

    private async Task RescheduleAsync(PortalDbContext db, Case record, Actor actor, CancellationToken cancellation)
    {
        var next = record.Instalments.Where(part => InstalmentStates.IsOpen(part.State)).Min(part => part.DueOn);
        await db.RescheduleWorkAsync(WorkKind.PayInstalments, record.No, next, cancellation);
        if (!(next < clock.Today)) await db.CloseWorkAsync(clock, WorkKind.LatePayment, record.No, actor, cancellation);
    }
}

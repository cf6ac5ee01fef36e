using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Redeterminations;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>Finance keeps a claim back from a payment that is due to the same payee; the payee is told on both cases.</summary>
public sealed class SetOffPayment(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, BusinessClock clock)
{
    /// <param name="instalmentId">Of a payment that is due and in no batch.</param>
    /// <param name="receiptId">Given by the page, so that a second press sets nothing off again.</param>
    public async Task<StepResult> HandleAsync(Actor actor, Guid id, Guid version, Guid instalmentId, Guid receiptId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.FindRecoveryAsync(actor, id, cancellation) is not { } recovery) return new StepResult.NotFound();
        if (!actor.Is(Roles.Finance)) return new StepResult.Refused("您的账号不能办理抵扣，请由财务人员办理。");
        if (recovery.Receipts.Exists(before => before.Id == receiptId)) return new StepResult.Done();
        if (recovery.Version != version || receiptId == Guid.Empty) return new StepResult.Stale();
        var payment = await db.Cases.Include(record => record.Instalments).SingleOrDefaultAsync(record => record.Instalments.Any(part => part.Id == instalmentId), cancellation);
        if (payment is null || !actor.Sees(payment.RegionCode)) return StepResult.Wrong("instalment", "请选择从哪一笔拨付中抵扣。");
        if (await db.IsPartyAsync(actor, recovery.Case, cancellation) || await db.IsPartyAsync(actor, payment, cancellation)) return new StepResult.Refused(CaseParties.LeaveToOthers);
        if (!await db.ToSetOff(payment).AnyAsync(one => one.Id == id, cancellation))
            return new StepResult.Refused("这笔追缴没有同意抵扣、已经办结、正在撤销，或者不是同一个收款人，不能抵扣。");
        var part = payment.Instalments.Single(one => one.Id == instalmentId);
        if (part.State != InstalmentState.Due || part.SetOff == part.Amount) return new StepResult.Refused("这一笔还没有到期，或者已列入批次、已经拨付，请另选一笔。");
        if (await db.DisputedCases().ContainsAsync(payment.Id, cancellation))
            return new StepResult.Refused("这件申请有一份银行回执和已知的情况不一致，这笔款可能已经付过，现在不能抵扣。请先到“银行回执”核实，再来抵扣。");
        if (recovery.Left == Money.Zero) return new StepResult.Stale();
        var result = await databases.MoveAsync(payment, () => databases.MoveAsync(recovery.Case, async () =>
        {
            await db.SetOffAsync(recovery, payment, part, receiptId, catalog.NameOf(payment.MeasureCode), actor, clock, cancellation);
            return await db.SaveStepAsync(cancellation);
        }, cancellation), cancellation);
        if (result is StepResult.Done) return result;
        await using var fresh = await databases.CreateDbContextAsync(cancellation);
        return await fresh.RecoveryReceipts.AnyAsync(receipt => receipt.Id == receiptId, cancellation) ? new StepResult.Done() : new StepResult.Stale();
    }
}

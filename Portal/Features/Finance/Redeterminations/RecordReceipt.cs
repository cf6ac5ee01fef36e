using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Redeterminations;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Recoveries;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>As typed; the id is the page's own, so that a second press adds nothing.</summary>
public sealed record MoneyReceived(Guid Id, string? Amount, string? Day, string? Reference);

/// <summary>Finance records what a payee has paid back; with the last fen the claim is closed.</summary>
public sealed class RecordReceipt(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public async Task<StepResult> HandleAsync(Actor actor, Guid id, Guid version, MoneyReceived received, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.FindRecoveryAsync(actor, id, cancellation) is not { } recovery) return new StepResult.NotFound();
        if (!actor.Is(Roles.Finance)) return new StepResult.Refused("您的账号不能登记退回的款项，请由财务人员办理。");
        if (await db.IsPartyAsync(actor, recovery.Case, cancellation)) return new StepResult.Refused(CaseParties.LeaveToOthers);
        if (recovery.Receipts.Exists(before => before.Id == received.Id)) return new StepResult.Done();
        if (recovery.Version != version || received.Id == Guid.Empty) return new StepResult.Stale();
        if (!Money.TryParse(PlainText.Compact(received.Amount), out var amount) || amount == Money.Zero || amount > recovery.Left)
            return StepResult.Wrong("amount", $"请填写收到多少元，例如 1200.00，不超过还没退回的 {recovery.Left.ToChinese()}。");
        if (!IsoDate.TryRead(received.Day, out var day) || day > clock.Today || day < recovery.ApprovedOn)
            return StepResult.Wrong("day", $"请填写到账日期，在 {recovery.ApprovedOn:yyyy-MM-dd} 到 {clock.Today:yyyy-MM-dd} 之间。");
        var reference = PlainText.Compact(received.Reference);
        if (reference.Length is 0 or > RecoveryReceipt.ReferenceAtMost) return StepResult.Wrong("reference", $"请填写到账凭证号，不超过 {RecoveryReceipt.ReferenceAtMost} 个字。");
        if (recovery.Receipts.Exists(before => before.Reference == reference)) return StepResult.Wrong("reference", "这个凭证号已经登记过，没有重复登记。");
        var result = await databases.MoveAsync(recovery.Case, async () =>
        {
            var money = await CaseLedger.OpenAsync(db, recovery.Case, clock, actor, cancellation);
            money.Recover(amount, EntryKind.Recover, received.Id, day);
            db.Add(new RecoveryReceipt { Id = received.Id, RecoveryId = id, Amount = amount, Day = day, Reference = reference, RecordedById = actor.UserId, At = clock.Now });
            await db.TakeInAsync(recovery, amount, actor, clock, $"已收到您退回的 {amount.ToChinese()}（{day:yyyy年M月d日}）", cancellation);
            return await db.SaveStepAsync(cancellation);
        }, cancellation);
        if (result is StepResult.Done) return result;
        await using var fresh = await databases.CreateDbContextAsync(cancellation);
        return await fresh.RecoveryReceipts.AnyAsync(receipt => receipt.Id == received.Id && receipt.RecoveryId == id, cancellation)
            ? new StepResult.Done() : new StepResult.Stale();
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Redeterminations;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Recoveries;
using Portal.Data.Work;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>A claim was wrong: one proposes to give up what is left of it, another decides. What has come in already is paid anew by a redetermination.</summary>
public sealed class WaiveRecovery(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public async Task<StepResult> ProposeAsync(Actor actor, Guid id, Guid version, string? reason, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.FindRecoveryAsync(actor, id, cancellation) is not { } recovery) return new StepResult.NotFound();
        if (!actor.Is(Roles.Reviewer)) return new StepResult.Refused("您的账号不能提出撤销，请由审核人员办理。");
        if (await db.IsPartyAsync(actor, recovery.Case, cancellation)) return new StepResult.Refused(CaseParties.LeaveToOthers);
        var words = PlainText.Trim(reason);
        if (recovery.WaiverProposedById == actor.UserId && recovery.WaiverReason == words) return new StepResult.Done();
        if (recovery.Version != version || recovery.ClosedOn is not null || recovery.WaiverProposedById is not null) return new StepResult.Stale();
        if (words.Length is 0 or > Redetermination.ReasonAtMost) return StepResult.Wrong("reason", $"请写明为什么不该追缴，{Redetermination.ReasonAtMost}字以内，申请人会看到。");
        (recovery.WaiverProposedById, recovery.WaiverReason) = (actor.UserId, words);
        db.OpenWork(clock, WorkKind.ApproveWaiver, id.ToString(), $"撤销追缴：{recovery.Case.ApplicantName}", recovery.Case.RegionCode, Roles.Approver, null);
        return await db.SaveStepAsync(cancellation);
    }

    public async Task<StepResult> DecideAsync(Actor actor, Guid id, Guid version, bool waive, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.FindRecoveryAsync(actor, id, cancellation) is not { } recovery) return new StepResult.NotFound();
        if (recovery.WaiverProposedById is not { } proposer) return recovery.Waived > Money.Zero == waive ? new StepResult.Done() : new StepResult.Stale();
        if (await RecoveryRights.WhyNotDecideAsync(db, actor, recovery.Case, proposer, cancellation) is { } why) return new StepResult.Refused(why);
        if (recovery.Version != version || recovery.ClosedOn is not null) return new StepResult.Stale();
        return await databases.MoveAsync(recovery.Case, async () =>
        {
            if (waive) await WaiveAsync(db, recovery, actor, cancellation);
            (recovery.WaiverProposedById, recovery.WaiverReason) = (null, waive ? recovery.WaiverReason : null);
            await db.CloseWorkAsync(clock, WorkKind.ApproveWaiver, id.ToString(), actor, cancellation);
            return await db.SaveStepAsync(cancellation);
        }, cancellation);
    }

    private async Task WaiveAsync(PortalDbContext db, Recovery recovery, Actor actor, CancellationToken cancellation)
    {
        var amount = recovery.Left;
        var money = await CaseLedger.OpenAsync(db, recovery.Case, clock, actor, cancellation);
        money.Waive(amount, recovery.Id);
        recovery.Waived += amount;
        // The payee keeps it, so it is part of what the case entitles to.
        recovery.Case.Entitlement += amount;
        await db.AddProgressEventsAsync(recovery, actor, clock, $"撤销追缴 {amount.ToChinese()}，您不用退回", recovery.WaiverReason, cancellation);
    }
}

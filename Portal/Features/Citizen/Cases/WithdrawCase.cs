using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Citizen.Cases;

/// <summary>Takes an application back before it is proposed; its months or hires are free to be applied for again.</summary>
public sealed class WithdrawCase(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    /// <param name="version">The version of the case the page showed.</param>
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid version, string? reason, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.OwnCasesOf(actor).SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null) return new StepResult.NotFound();
        if (record.State == CaseState.Withdrawn) return new StepResult.Done();
        if (record.Version != version) return new StepResult.Stale();
        if (PlainText.Trim(reason).Length is 0 or > 500)
            return new StepResult.Invalid([new FormError("withdraw-reason", "请写明撤回的原因，500字以内，例如“信息填错了，想重新申请”。")]);
        if (!record.TryTransition(CaseAction.Withdraw, actor, clock, "撤回申请", reason)) return new StepResult.Refused("这件申请现在的状态不能办这一步。");
        await db.GiveUpClaimsAsync(record, clock.Today, cancellation);
        await db.LapseAccountChangeAsync(record, actor, clock, cancellation);
        await db.CloseReviewAsync(clock, record.No, actor, cancellation);
        foreach (var kind in (WorkKind[])[WorkKind.LateCase, WorkKind.NoCorrection]) await db.CloseWorkAsync(clock, kind, record.No, actor, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepResult.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StepResult.Stale();
        }
    }
}

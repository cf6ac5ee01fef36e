using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
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
    public async Task<CaseStepResult> HandleAsync(Actor actor, string no, Guid version, string? reason, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.OwnCasesOf(actor).SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null) return new CaseStepResult.NotFound();
        if (record.State == CaseState.Withdrawn) return new CaseStepResult.Done();
        if (record.Version != version) return new CaseStepResult.Stale();
        if (PlainText.Trim(reason).Length is 0 or > 500)
            return new CaseStepResult.Rejected([new FormError("withdraw-reason", "请写明撤回的原因，500字以内，例如“信息填错了，想重新申请”。")]);
        if (!record.TryDo(CaseAction.Withdraw, actor, clock, "撤回申请", reason)) return new CaseStepResult.NotAllowed();
        await db.GiveUpClaimsAsync(record, clock.Today, cancellation);
        await db.LapseAccountChangeAsync(record, actor, clock, cancellation);
        await db.CloseReviewAsync(clock, record.No, actor, cancellation);
        await db.CloseWorkAsync(clock, WorkKind.LateCase, record.No, actor, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new CaseStepResult.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new CaseStepResult.Stale();
        }
    }
}

/// <summary>What came of a step an applicant took on a case.</summary>
public abstract record CaseStepResult
{
    public sealed record Done : CaseStepResult;

    public sealed record Rejected(IReadOnlyList<FormError> Errors) : CaseStepResult;

    /// <summary>The case has moved on since the page was shown.</summary>
    public sealed record Stale : CaseStepResult;

    /// <summary>The state of the case does not allow it.</summary>
    public sealed record NotAllowed : CaseStepResult;

    public sealed record NotFound : CaseStepResult;

    /// <summary>What the page says when the step was not taken.</summary>
    public IReadOnlyList<FormError> Complaints => this switch
    {
        Rejected rejected => rejected.Errors,
        Stale => [new FormError(null, "这件申请刚刚有了新的进展，这一步还没有办成。请看看最新情况再决定。")],
        NotAllowed => [new FormError(null, "这件申请现在的状态不能办这一步。")],
        _ => [],
    };
}

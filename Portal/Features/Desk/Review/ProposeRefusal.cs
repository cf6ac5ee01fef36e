using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>A reviewer proposes to refuse, with the reason the applicant will read; another person decides.</summary>
public sealed class ProposeRefusal(CaseSteps steps, CaseAssessor assessor, BusinessClock clock)
{
    public async Task<StepResult> HandleAsync(Actor actor, CaseRef at, string? text, CancellationToken cancellation = default)
    {
        var (note, fault) = CaseSteps.ReadNote(text, "请在“办理意见”里写明不予支持的理由和依据，申请人会看到这段话。");
        if (fault is not null) return fault;
        return await steps.RunAsync(
            actor, at, CaseAction.ProposeRefusal,
            record => record.State == CaseState.RefusalProposed && record.ProposedById == actor.UserId,
            async (db, record) =>
            {
                if (!record.TryTransition(CaseAction.ProposeRefusal, actor, clock, "拟不予支持", note)) return new StepResult.Stale(CaseReviewTexts.Of(record.State));
                (record.CaseworkerId, record.ProposedById) = (record.CaseworkerId ?? actor.UserId, actor.UserId);
                await db.CloseReviewAsync(clock, record.No, actor, cancellation);
                db.OpenWork(clock, WorkKind.ApproveCase, record.No, assessor.TitleOf(record), record.RegionCode, Roles.Approver, record.PromisedOn);
                return new StepResult.Done();
            },
            cancellation);
    }
}

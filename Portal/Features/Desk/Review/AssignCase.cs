using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>A reviewer takes a submitted case on and becomes its caseworker.</summary>
public sealed class AssignCase(CaseSteps steps, BusinessClock clock)
{
    public Task<StepResult> HandleAsync(Actor actor, CaseRef at, CancellationToken cancellation = default) =>
        steps.RunAsync(
            actor, at, CaseAction.TakeUp,
            record => record.State == CaseState.UnderReview && record.CaseworkerId == actor.UserId,
            async (db, record) =>
            {
                if (!record.TryTransition(CaseAction.TakeUp, actor, clock, "开始审核")) return new StepResult.Stale(CaseReviewTexts.Of(record.State));
                record.CaseworkerId = actor.UserId;
                var open = db.WorkItems.Where(item => (item.Kind == WorkKind.ReviewCase || item.Kind == WorkKind.Appeal) && item.Record == record.No && item.DoneAt == null);
                foreach (var item in await open.ToListAsync(cancellation)) item.OwnerId = actor.UserId;
                return new StepResult.Done();
            },
            cancellation);
}

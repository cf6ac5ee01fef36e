using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Work;
using Portal.Domain.Calendar;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;

namespace Portal.Features.Desk.Review;

/// <summary>A reviewer goes on without an answer that did not come in time; what is decided then is theirs to say, nothing is refused by itself.</summary>
public sealed class EndCorrection(CaseSteps steps, CaseAssessor assessor, RulebookSource rulebooks, BusinessClock clock)
{
    public const string Message = "补正期限已过，按现有的信息和材料接着审核";

    public async Task<StepResult> HandleAsync(Actor actor, CaseRef at, CancellationToken cancellation = default)
    {
        var calendar = (await rulebooks.RulesAsync(cancellation)).Calendar;
        return await steps.RunAsync(
            actor, at, CaseAction.EndCorrection,
            record => record.State == CaseState.UnderReview && record.CaseworkerId == actor.UserId && record.CorrectionAskedOn is null && record.Version != at.Version,
            async (db, record) =>
            {
                if (!CorrectionTerm.IsOver(record.CorrectionDueOn, clock.Today))
                    return new StepResult.Refused($"申请人还可以补正到 {record.CorrectionDueOn:yyyy年M月d日}，过了这一天才能接着审核。");
                if (!record.TryTransition(CaseAction.EndCorrection, actor, clock, Message)) return new StepResult.Stale(CaseReviewTexts.Of(record.State));
                if (record is { PromisedOn: { } promised, CorrectionAskedOn: { } asked }) record.PromisedOn = Resume(promised, asked, calendar) ?? promised;
                (record.CorrectionAskedOn, record.CorrectionDueOn, record.CaseworkerId) = (null, null, actor.UserId);
                await db.CloseWorkAsync(clock, WorkKind.NoCorrection, record.No, actor, cancellation);
                db.OpenWork(clock, WorkKind.ReviewCase, record.No, assessor.TitleOf(record), record.RegionCode, Roles.Reviewer, record.PromisedOn);
                return new StepResult.Done();
            },
            cancellation);
    }

    private DateOnly? Resume(DateOnly promised, DateOnly asked, WorkingDayCalendar calendar)
    {
        try
        {
            return PromisedTerm.Resume(promised, asked, clock.Today, calendar);
        }
        catch (CalendarYearMissingException)
        {
            return null;
        }
    }
}

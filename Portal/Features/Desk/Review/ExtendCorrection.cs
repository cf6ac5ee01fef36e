using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>A reviewer gives the applicant more time to answer a request for correction.</summary>
public sealed class ExtendCorrection(CaseSteps steps, CorrectionDue term, BusinessClock clock)
{
    /// <param name="days">Within how many working days from today, as typed; blank for the setting's number.</param>
    public async Task<StepResult> HandleAsync(Actor actor, CaseRef at, string? days, CancellationToken cancellation = default)
    {
        var (due, fault) = await term.ReadAsync(days, cancellation);
        if (fault is not null) return fault;
        if (due is null) return new StepResult.Refused("明年的节假日安排还没有公布，暂时算不出期限。请过几天再延长。");
        return await steps.RunAsync(
            actor, at, CaseAction.EndCorrection,
            record => record.State == CaseState.CorrectionRequested && record.CorrectionDueOn == due && record.Version != at.Version,
            async (db, record) =>
            {
                if (due <= record.CorrectionDueOn)
                    return StepResult.Wrong(CorrectionDue.DaysField, $"现在的期限是 {record.CorrectionDueOn:yyyy年M月d日}，请填写更长的时间。");
                record.CorrectionDueOn = due;
                record.AddEvent(actor, clock, $"补正的期限延长了{CorrectionDue.InWords(due)}");
                await db.CloseWorkAsync(clock, WorkKind.NoCorrection, record.No, actor, cancellation);
                return new StepResult.Done();
            },
            cancellation);
    }
}

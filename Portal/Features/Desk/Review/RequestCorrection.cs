using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>A reviewer asks the applicant to put something right; the promised term stands still meanwhile (补正).</summary>
public sealed class RequestCorrection(CaseSteps steps, CorrectionDue term, BusinessClock clock)
{
    /// <param name="days">Within how many working days, as typed; blank for the setting's number.</param>
    public async Task<StepResult> HandleAsync(Actor actor, CaseRef at, string? text, string? days = null, CancellationToken cancellation = default)
    {
        var (note, fault) = CaseSteps.ReadNote(text, whenMissing: null);
        if (fault is not null) return fault;
        var (due, wrong) = await term.ReadAsync(days, cancellation);
        if (wrong is not null) return wrong;
        return await steps.RunAsync(
            actor, at, CaseAction.RequestCorrection,
            record => record.State == CaseState.CorrectionRequested && record.CaseworkerId == actor.UserId && (note is null || record.CorrectionNote?.StartsWith(note, StringComparison.Ordinal) == true),
            async (db, record) =>
            {
                var asked = await db.Set<CasePerson>().Where(person => person.CaseId == record.Id && person.Finding == PersonFinding.ToCorrect).ToListAsync(cancellation);
                if (note is null && asked.Count == 0) return StepResult.Wrong("note", "请在“办理意见”里写明需要补正什么、怎么补，申请人会看到这段话。");
                var told = Tell(note, asked);
                if (!record.TryTransition(CaseAction.RequestCorrection, actor, clock, "请您补正" + CorrectionDue.InWords(due), told)) return new StepResult.Stale(CaseReviewTexts.Of(record.State));
                (record.CaseworkerId, record.CorrectionNote, record.CorrectionAskedOn, record.CorrectionDueOn) = (actor.UserId, told, clock.Today, due);
                await db.CloseReviewAsync(clock, record.No, actor, cancellation);
                return new StepResult.Done();
            },
            cancellation);
    }

    // What each of them has to put right stands beside the person; here it is said who they are.
    private static string Tell(string? note, IReadOnlyList<CasePerson> asked)
    {
        var people = asked.Count == 0 ? "" : $"名单里{PlacesInList.ToChinese(asked.Select(person => person.Sequence))}的信息要补正，原因写在每个人旁边。";
        return string.Join(' ', new[] { note, people }.Where(part => !string.IsNullOrEmpty(part)));
    }
}

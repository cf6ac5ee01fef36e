using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Privacy;
using Portal.Casework.Steps;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>Steps of staff on a case: who may take them, and in which state.</summary>
public sealed class CaseSteps(StepRunner steps)
{
    public const int NoteAtMost = 1000;

    /// <param name="isDone">Whether an earlier press of the same person has already brought the case there.</param>
    /// <param name="act">Changes the case; anything but <see cref="StepResult.Done"/> leaves the database as it was.</param>
    public Task<StepResult> RunAsync(
        Actor actor, CaseRef at, CaseAction action, Func<Case, bool> isDone,
        Func<PortalDbContext, Case, Task<StepResult>> act, CancellationToken cancellation) =>
        steps.RunAsync(
            new RecordStep<Case>
            {
                Find = db => db.Cases.Include(c => c.Appeal).Where(c => c.No == at.No),
                IsVisible = record => record.IsOpenTo(actor),
                RefuseAsync = async (db, record) => DeskRights.Refuse(actor, record, action, await db.PartiesAsync(record, cancellation)),
                IsDone = isDone,
                IsCurrent = record => record.Version == at.Version && CaseTransitions.Allows(record.State, action),
                StateOf = record => CaseReviewTexts.Of(record.State),
            },
            act, cancellation);

    /// <returns>The note without blanks around it, or what to put right about it.</returns>
    public static (string? Note, StepResult? Fault) ReadNote(string? text, string? whenMissing)
    {
        var note = text?.Trim();
        if (string.IsNullOrEmpty(note)) return (null, whenMissing is null ? null : StepResult.Wrong("note", whenMissing));
        return note.Length <= NoteAtMost ? (note, null)
            : (null, StepResult.Wrong("note", $"“办理意见”最多 {NoteAtMost} 个字，现在是 {note.Length} 个字，请精简一些。"));
    }
}

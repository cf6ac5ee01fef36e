using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

/// <summary>Sends a proposed batch back to be put right, or gives a batch up before the bank gets it.</summary>
public sealed class CancelBatch(BatchSteps steps, SendBatch sender, BusinessClock clock)
{
    public const string NoteField = "note";
    private const int NoteAtMost = 300;

    /// <summary>By whoever was to approve it, or by finance itself.</summary>
    public Task<StepResult> ReturnAsync(Actor actor, string no, Guid version, string? note, CancellationToken cancellation = default) =>
        WithNoteAsync(actor, no, version, note, [Roles.Approver, Roles.Finance], BatchAction.ReturnToDraft, BatchState.Draft, cancellation);

    /// <summary>Everything on it is due again.</summary>
    public async Task<StepResult> CancelAsync(Actor actor, string no, Guid version, string? note, CancellationToken cancellation = default)
    {
        var result = await WithNoteAsync(actor, no, version, note, [Roles.Finance], BatchAction.Cancel, BatchState.Cancelled, cancellation);
        if (result is StepResult.Done) await sender.BeginAsync(no, cancellation);
        return result;
    }

    private async Task<StepResult> WithNoteAsync(
        Actor actor, string no, Guid version, string? note, string[] roles, BatchAction action, BatchState target, CancellationToken cancellation)
    {
        var why = PlainText.Trim(note);
        if (why.Length is 0 or > NoteAtMost) return StepResult.Wrong(NoteField, $"请写明原因，不超过 {NoteAtMost} 个字。");
        return await steps.RunAsync(
            actor, no, version, roles, action, batch => batch.State == target && batch.Note == why,
            async (db, batch) =>
            {
                // What is approved is the sender's to finish.
                if (batch.State == BatchState.Approved) return new StepResult.Stale(BatchTransitions.ToChinese(batch.State));
                batch.Note = why;
                if (action == BatchAction.Cancel) (batch.ClosedByName, batch.ClosedAt) = (actor.Name, clock.Now);
                await db.CloseWorkAsync(clock, WorkKind.ApproveBatch, batch.No, actor, cancellation);
                return null;
            },
            cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>What every step of staff has in common: find the case, check who may, tell the slower of two, save at once.</summary>
public sealed class CaseSteps(IDbContextFactory<PortalDbContext> databases)
{
    public const int NoteAtMost = 1000;

    /// <param name="isDone">Whether an earlier press of the same person has already brought the case there.</param>
    /// <param name="step">Changes the case; anything but <see cref="StepResult.Done"/> leaves the database as it was.</param>
    public async Task<StepResult> RunAsync(
        Actor actor, CaseRef at, CaseAction action, Func<Case, bool> isDone,
        Func<PortalDbContext, Case, Task<StepResult>> step, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.Include(c => c.Appeal).SingleOrDefaultAsync(c => c.No == at.No, cancellation);
        if (record is null || !record.IsOpenTo(actor)) return new StepResult.NotFound();
        if (DeskRights.Refuse(actor, record, action, await db.PartiesAsync(record, cancellation)) is { } why)
            return new StepResult.Refused(why);
        if (isDone(record)) return new StepResult.Done();
        if (record.Version != at.Version || !CaseLife.Allows(record.State, action)) return new StepResult.Stale(record.State);
        try
        {
            var result = await step(db, record);
            if (result is StepResult.Done) await db.SaveChangesAsync(cancellation);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await AfterRaceAsync(at.No, isDone, cancellation);
        }
    }

    /// <returns>The note without blanks around it, or what to put right about it.</returns>
    public static (string? Note, StepResult? Fault) ReadNote(string? text, string? whenMissing)
    {
        var note = text?.Trim();
        if (string.IsNullOrEmpty(note)) return (null, whenMissing is null ? null : new StepResult.Invalid(whenMissing));
        return note.Length <= NoteAtMost ? (note, null)
            : (null, new StepResult.Invalid($"“办理意见”最多 {NoteAtMost} 个字，现在是 {note.Length} 个字，请精简一些。"));
    }

    private async Task<StepResult> AfterRaceAsync(string no, Func<Case, bool> isDone, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.AsNoTracking().SingleAsync(c => c.No == no, cancellation);
        return isDone(record) ? new StepResult.Done() : new StepResult.Stale(record.State);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Casework.Steps;

/// <summary>What every step on a record has in common: find it, check who may, tell the slower of two, save at once.</summary>
public sealed class StepRunner(IDbContextFactory<PortalDbContext> databases)
{
    /// <param name="act">Changes the record; anything but <see cref="StepResult.Done"/> leaves the database as it was.</param>
    public async Task<StepResult> RunAsync<TRecord>(
        RecordStep<TRecord> step, Func<PortalDbContext, TRecord, Task<StepResult>> act, CancellationToken cancellation)
        where TRecord : class
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await step.Find(db).SingleOrDefaultAsync(cancellation);
        if (record is null || !step.IsVisible(record)) return new StepResult.NotFound();
        if (await step.RefuseAsync(db, record) is { } why) return new StepResult.Refused(why);
        if (step.IsDone(record)) return new StepResult.Done();
        if (!step.IsCurrent(record)) return new StepResult.Stale(step.StateOf(record));
        try
        {
            var result = await act(db, record);
            if (result is StepResult.Done) await db.SaveChangesAsync(cancellation);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await AfterRaceAsync(step, cancellation);
        }
    }

    private async Task<StepResult> AfterRaceAsync<TRecord>(RecordStep<TRecord> step, CancellationToken cancellation)
        where TRecord : class
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await step.Find(db).AsNoTracking().SingleAsync(cancellation);
        return step.IsDone(record) ? new StepResult.Done() : new StepResult.Stale(step.StateOf(record));
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Domain.Batches;

namespace Portal.Casework.Batches;

/// <summary>What every step on a batch has in common: find it, check who may, tell the slower of two, save at once.</summary>
public sealed class BatchSteps(IDbContextFactory<PortalDbContext> databases)
{
    public const string Party = "按回避要求请由其他同事办理：您是其中一件申请的申请人或该企业的经办人，办件编号 ";

    /// <param name="version">The version of the batch the tab showed.</param>
    /// <param name="isDone">Whether an earlier press has already brought the batch there.</param>
    /// <param name="step">What to do besides the new state; what it returns stands in the way, and nothing is saved then.</param>
    public async Task<BatchResult> RunAsync(
        Actor actor, string no, Guid version, string[] roles, BatchAction action, Func<PaymentBatch, bool> isDone,
        Func<PortalDbContext, PaymentBatch, Task<BatchResult?>> step, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var batch = await db.PaymentBatches.SeenBy(actor).SingleOrDefaultAsync(batch => batch.No == no, cancellation);
        if (batch is null) return new BatchResult.NotFound();
        if (!roles.Any(actor.Is)) return new BatchResult.Refused("您的岗位不办理这一步。批次由财务人员编制，由另一位财务或复核人员复核。");
        if (isDone(batch)) return new BatchResult.Done();
        if (batch.Version != version || BatchLife.After(batch.State, action) is not { } next) return new BatchResult.Stale(batch.State);
        if (await db.PartyToAsync(db.BatchLines.Where(line => line.BatchId == batch.Id), actor, cancellation) is { } party) return new BatchResult.Refused(Party + party + "。");
        if (await step(db, batch) is { } hindrance) return hindrance;
        batch.State = next;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new BatchResult.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            await using var fresh = await databases.CreateDbContextAsync(cancellation);
            batch = await fresh.PaymentBatches.AsNoTracking().SingleAsync(batch => batch.No == no, cancellation);
            return isDone(batch) ? new BatchResult.Done() : new BatchResult.Stale(batch.State);
        }
    }
}

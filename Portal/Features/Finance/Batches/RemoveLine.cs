using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Data;
using Portal.Domain.Batches;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

/// <summary>Finance takes one payment out of a batch before it is approved; it is due again.</summary>
public sealed class RemoveLine(IDbContextFactory<PortalDbContext> databases)
{
    public const string ReasonField = "reason";

    public async Task<StepResult> HandleAsync(Actor actor, string endToEndId, string? reason, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var line = await db.BatchLines.Include(line => line.Batch).Include(line => line.Instalment).SingleOrDefaultAsync(line => line.EndToEndId == endToEndId, cancellation);
        if (line is null || !actor.Sees(line.Batch.RegionCode)) return new StepResult.NotFound();
        if (!actor.Is(Roles.Finance)) return new StepResult.Refused("剔除由财务人员办理，您的账号没有这项权限。");
        if (await db.PartyToAsync(db.BatchLines.Where(one => one.Id == line.Id), actor, cancellation) is { } party) return new StepResult.Refused(BatchSteps.Party + party + "。");
        if (line.State == LineState.Dropped) return new StepResult.Done();
        var why = PlainText.Trim(reason);
        if (why.Length is 0 or > 100) return StepResult.Wrong(ReasonField, "请写明为什么剔除，不超过 100 个字。");
        if (line.Batch.State is not (BatchState.Draft or BatchState.Proposed)) return new StepResult.Stale(BatchTransitions.ToChinese(line.Batch.State));
        CaseLedger.Unbatch(line.Instalment);
        line.Drop(why);
        (line.Batch.Count, line.Batch.Total) = (line.Batch.Count - 1, line.Batch.Total - line.Amount);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepResult.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            await using var fresh = await databases.CreateDbContextAsync(cancellation);
            var now = await fresh.BatchLines.AsNoTracking().Include(line => line.Batch).SingleAsync(line => line.EndToEndId == endToEndId, cancellation);
            return now.State == LineState.Dropped ? new StepResult.Done() : new StepResult.Stale(BatchTransitions.ToChinese(now.Batch.State));
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Messages;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;

namespace Portal.Features.Citizen.AccountChanges;

/// <summary>Whoever acts for the case lets a change go that nobody has confirmed yet; the old account stands.</summary>
public sealed class WithdrawAccountChange(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid changeId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.OwnCasesOf(actor).SingleOrDefaultAsync(c => c.No == no, cancellation);
        var change = record is null ? null : await db.AccountChanges.SingleOrDefaultAsync(c => c.Id == changeId && c.CaseId == record.Id, cancellation);
        if (record is null || change is null) return new StepResult.NotFound();
        if (change.State == AccountChangeState.TakenBack) return new StepResult.Done();
        if (change.State != AccountChangeState.Open) return new StepResult.Stale();
        record.AddEvent(actor, clock, AccountChangeTexts.TakenBack(record));
        await db.CloseAsync(change, AccountChangeState.TakenBack, record, actor, clock, cancellation);
        record.Version = Guid.CreateVersion7();
        await db.NotifyPartiesAsync(record, record.Events[^1], cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepResult.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StepResult.Stale();
        }
    }
}

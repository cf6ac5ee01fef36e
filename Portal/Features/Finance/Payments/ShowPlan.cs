using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Privacy;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Data.Cases;
using Portal.Data.Privacy;
using Portal.Domain.Calendar;

namespace Portal.Features.Finance.Payments;

/// <param name="Record">The case with its instalments in order.</param>
/// <param name="IsParty">Whether the actor applied or acts for the firm, and so may record nothing.</param>
/// <param name="AccountChanges">Whether another account waits to be confirmed, and nothing is paid meanwhile.</param>
/// <param name="Lines">The lines of batches its instalments ever stood in, each with its batch and instalment.</param>
public sealed record PlanView(
    Case Record, bool IsParty, bool AccountChanges, IReadOnlyList<BatchLine> Lines, DateOnly Today, WorkingDayCalendar Calendar);

/// <summary>The payment plan of a case for the staff of its place.</summary>
public sealed class ShowPlan(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, AccessLog access, BusinessClock clock)
{
    /// <returns>Null when there is no such case in the actor's place.</returns>
    public async Task<PlanView?> HandleAsync(Actor actor, string no, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.AsNoTracking().Include(c => c.Instalments.OrderBy(part => part.Sequence))
            .SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || !record.IsOpenTo(actor)) return null;
        await access.LookedAsync(db, actor, AccessedRecord.Of(record), AccessKind.Payments, "查看了拨付计划", cancellation);
        return new PlanView(
            record, await db.IsPartyAsync(actor, record, cancellation), await db.OpenAccountChangeAsync(record.Id, cancellation) is not null,
            await db.BatchLines.AsNoTracking().Include(line => line.Batch).Include(line => line.Instalment).Where(line => line.CaseId == record.Id)
                .OrderBy(line => line.EndToEndId).ToListAsync(cancellation),
            clock.Today,
            (await rulebooks.RulesAsync(cancellation)).Calendar);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Work;
using Portal.Time;

namespace Portal.Data.Cases;

public static class AccountChanges
{
    /// <summary>The change of the case's account that waits for a second person; null when there is none.</summary>
    public static Task<AccountChange?> OpenAccountChangeAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation = default) =>
        db.AccountChanges.SingleOrDefaultAsync(change => change.CaseId == caseId && change.State == AccountChangeState.Open, cancellation);

    /// <summary>Closes it in the caller's unit of work, with what was to be done about it.</summary>
    public static async Task CloseAsync(
        this PortalDbContext db, AccountChange change, AccountChangeState state, Case record, Actor? actor, BusinessClock clock, CancellationToken cancellation)
    {
        (change.State, change.ClosedById, change.ClosedAt) = (state, actor?.UserId, clock.Now);
        await db.CloseWorkAsync(clock, WorkKind.AccountChange, record.No, actor, cancellation);
    }

    /// <summary>A closed case pays nothing: whoever was to confirm has nothing left to do.</summary>
    public static async Task LapseAccountChangeAsync(this PortalDbContext db, Case record, Actor actor, BusinessClock clock, CancellationToken cancellation)
    {
        if (await db.OpenAccountChangeAsync(record.Id, cancellation) is { } change)
            await db.CloseAsync(change, AccountChangeState.Lapsed, record, actor, clock, cancellation);
    }
}

using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Casework.Redeterminations;

/// <summary>What follows from a changed plan: a case with nothing left to pay is settled, a settled one with something to pay is taken up again.</summary>
public static class SettleOrReopen
{
    /// <param name="record">With its instalments as they are now.</param>
    /// <param name="title">How the work item is called.</param>
    /// <param name="what">What was done, for the history and the payee.</param>
    public static async Task FollowUpAsync(
        this PortalDbContext db, Case record, string title, Actor? actor, BusinessClock clock, string what, string? why, CancellationToken cancellation)
    {
        var open = record.Instalments.Where(part => InstalmentStates.IsOpen(part.State)).ToArray();
        // An instalment leaves the case's own row as it was: without this a stale tab would go unnoticed.
        record.Version = Guid.CreateVersion7();
        if (Array.TrueForAll(open, part => part.Refusal is null)) await db.CloseWorkAsync(clock, WorkKind.BankRefusal, record.No, actor, cancellation);
        if (open.Length == 0 && record.TryTransition(CaseAction.RecordLastPayment, actor, clock, what, why))
        {
            foreach (var kind in (WorkKind[])[WorkKind.PayInstalments, WorkKind.LatePayment]) await db.CloseWorkAsync(clock, kind, record.No, actor, cancellation);
            if (actor is not null) await db.LapseAccountChangeAsync(record, actor, clock, cancellation);
            await db.CloseFilingsAsync(record, MilestoneFilingState.Lapsed, actor, clock, cancellation);
            await db.FollowPaymentsAsync([record], actor, clock, cancellation);
            return;
        }

        if (open.Length > 0 && record.TryTransition(CaseAction.TopUp, actor, clock, what, why))
        {
            db.OpenWork(clock, WorkKind.PayInstalments, record.No, title, record.RegionCode, Roles.Finance, open.Min(part => part.DueOn));
            await db.FollowPaymentsAsync([record], actor, clock, cancellation);
            return;
        }

        record.AddEvent(actor, clock, what, why);
        await db.RescheduleWorkAsync(WorkKind.PayInstalments, record.No, open.Min(part => part.DueOn), cancellation);
    }
}

using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Data.Work;
using Portal.Domain.Values;

namespace Portal.Casework.Redeterminations;

/// <summary>What a recovery has come to: received, waived, set off, closed. The caller saves.</summary>
public static class RecoveryProgress
{
    /// <summary>Counts what came in, and closes the claim when nothing is left.</summary>
    /// <param name="what">For the history and the payee.</param>
    public static async Task TakeInAsync(
        this PortalDbContext db, Recovery recovery, Money amount, Actor? actor, BusinessClock clock, string what, CancellationToken cancellation)
    {
        recovery.Received += amount;
        await db.AddProgressEventsAsync(recovery, actor, clock, what, why: null, cancellation);
    }

    public static async Task AddProgressEventsAsync(
        this PortalDbContext db, Recovery recovery, Actor? actor, BusinessClock clock, string what, string? why, CancellationToken cancellation)
    {
        recovery.Case.Version = Guid.CreateVersion7();
        recovery.Case.AddEvent(actor, clock, recovery.Left > Money.Zero ? $"{what}，还要退回 {recovery.Left.ToChinese()}" : $"{what}，追缴已办结", why);
        var next = recovery.OpenParts.Where(part => part.Open > Money.Zero).Select(part => (DateOnly?)part.Part.DueOn).FirstOrDefault();
        var id = recovery.Id.ToString();
        await db.RescheduleWorkAsync(WorkKind.CollectRecovery, id, next, cancellation);
        if (recovery.Left > Money.Zero) return;
        (recovery.ClosedOn, recovery.WaiverProposedById) = (clock.Today, null);
        foreach (var kind in (WorkKind[])[WorkKind.CollectRecovery, WorkKind.ApproveWaiver]) await db.CloseWorkAsync(clock, kind, id, actor, cancellation);
    }

    /// <summary>Open claims of whoever is paid on a case that may be set off against the payment, the oldest first.</summary>
    public static IQueryable<Recovery> ToSetOff(this PortalDbContext db, Case payment) =>
        db.Recoveries.Where(recovery => recovery.AllowsSetOff && recovery.ClosedOn == null && recovery.WaiverProposedById == null
                && (payment.FirmId != null ? recovery.Case.FirmId == payment.FirmId : recovery.Case.FirmId == null && recovery.Case.ApplicantId == payment.ApplicantId && payment.ApplicantId != null))
            .OrderBy(recovery => recovery.ApprovedOn).ThenBy(recovery => recovery.Id);
}

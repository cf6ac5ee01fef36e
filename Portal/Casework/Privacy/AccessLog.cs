using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Privacy;

namespace Portal.Casework.Privacy;

/// <param name="SubjectId">The person whose data it is; see <see cref="AccessEntry.SubjectId"/>.</param>
public sealed record AccessedRecord(string RegionCode, Guid? SubjectId, Guid? FirmId = null, Guid? CaseId = null, string? CaseNo = null)
{
    public static AccessedRecord Of(Case record) => new(record.RegionCode, record.ApplicantId, record.FirmId, record.Id, record.No);
}

/// <summary>Writes down which member of staff looked at what. A look that cannot be written down is not granted: it throws.</summary>
public sealed class AccessLog(BusinessClock clock)
{
    /// <summary>Looks of the same person at the same thing within this time are one.</summary>
    public static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);

    /// <summary>Saves the entry at once; for handlers that read and save nothing themselves. Applicants' own looks are not kept.</summary>
    public async Task LookedAsync(
        PortalDbContext db, Actor actor, AccessedRecord record, AccessKind kind, string what, CancellationToken cancellation)
    {
        if (!actor.IsStaff) return;
        var since = clock.Now - OneLook;
        var isSameLook = await db.AccessEntries.AnyAsync(
            entry => entry.ActorId == actor.UserId && entry.At > since && entry.Kind == kind && entry.What == what
                && entry.CaseId == record.CaseId && entry.SubjectId == record.SubjectId,
            cancellation);
        if (isSameLook) return;
        db.Add(Entry(actor, record, kind, what));
        await db.SaveChangesAsync(cancellation);
    }

    public AccessEntry Entry(Actor actor, AccessedRecord record, AccessKind kind, string what, string? reason = null, Guid? actId = null) => new()
    {
        At = clock.Now,
        ActorId = actor.UserId,
        ActorName = actor.Name,
        ActorRoles = string.Join("、", Roles.All.Where(actor.Is).Select(Roles.NameOf)),
        ActorPlace = actor.Place,
        Kind = kind,
        CaseId = record.CaseId,
        CaseNo = record.CaseNo,
        SubjectId = record.SubjectId,
        FirmId = record.FirmId,
        RegionCode = record.RegionCode,
        What = what,
        Reason = reason,
        ActId = actId,
    };
}

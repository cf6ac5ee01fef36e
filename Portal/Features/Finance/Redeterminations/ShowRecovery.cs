using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Privacy;
using Portal.Data.Recoveries;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>A payment that is due to the payee of a claim.</summary>
public sealed record OffsetChoice(Guid InstalmentId, string CaseNo, int Sequence, Money Due);

/// <param name="Recovery">With its case, parts and receipts.</param>
/// <param name="Hindrance">Why the actor may not decide a proposed waiver; null when the actor may.</param>
public sealed record RecoveryView(
    Recovery Recovery, IReadOnlyList<OffsetChoice> Choices, bool MayRecord, bool MayWaive, string? Hindrance, DateOnly Today);

/// <summary>One claim for the staff of its place, and for the payee.</summary>
public sealed class ShowRecovery(IDbContextFactory<PortalDbContext> databases, AccessLog access, BusinessClock clock)
{
    public async Task<RecoveryView?> HandleAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.FindRecoveryAsync(actor, id, cancellation) is not { } recovery || !recovery.Case.IsOpenTo(actor)) return null;
        await access.LookedAsync(db, actor, AccessedRecord.Of(recovery.Case), AccessKind.Payments, "查看了追缴", cancellation);
        var isParty = await db.IsPartyAsync(actor, recovery.Case, cancellation);
        var place = recovery.Case.RegionCode;
        return new RecoveryView(
            recovery, recovery.AllowsSetOff && recovery.ClosedOn is null ? await ChoicesAsync(db, actor, recovery.Case, cancellation) : [],
            actor.MayAs(Roles.Finance, place) && !isParty && recovery.ClosedOn is null,
            actor.MayAs(Roles.Reviewer, place) && !isParty && recovery.ClosedOn is null && recovery.WaiverProposedById is null,
            recovery.WaiverProposedById is { } proposer ? await RecoveryRights.WhyNotDecideAsync(db, actor, recovery.Case, proposer, cancellation) : null,
            clock.Today);
    }

    /// <returns>All claims on the actor's own case; null when it is not theirs.</returns>
    public async Task<IReadOnlyList<Recovery>?> OfOwnCaseAsync(Actor actor, string no, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.No == no, cancellation);
        if (record is null || !await db.IsPartyAsync(actor, record, cancellation)) return null;
        return await db.Recoveries.AsNoTracking().AsSplitQuery().Include(one => one.Case).Include(one => one.Parts.OrderBy(part => part.Sequence))
            .Include(one => one.Receipts.OrderBy(receipt => receipt.At)).Where(one => one.CaseId == record.Id).OrderBy(one => one.ApprovedOn).ToListAsync(cancellation);
    }

    private static async Task<IReadOnlyList<OffsetChoice>> ChoicesAsync(PortalDbContext db, Actor actor, Case owing, CancellationToken cancellation)
    {
        var disputed = db.DisputedCases();
        var due = await db.Cases.AsNoTracking().Within(actor.Place, record => record.RegionCode).Where(record => !disputed.Contains(record.Id))
            .Where(record => owing.FirmId != null ? record.FirmId == owing.FirmId : record.FirmId == null && record.ApplicantId == owing.ApplicantId && owing.ApplicantId != null)
            .SelectMany(record => record.Instalments.Where(part => part.State == InstalmentState.Due), (record, part) => new { record.No, Part = part })
            .OrderBy(one => one.Part.DueOn).Take(50).ToListAsync(cancellation);
        return [.. due.Select(one => new OffsetChoice(one.Part.Id, one.No, one.Part.Sequence, one.Part.Amount - one.Part.SetOff)).Where(choice => choice.Due > Money.Zero)];
    }
}

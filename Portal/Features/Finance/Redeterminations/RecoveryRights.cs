using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>Who may take which step, in words for whoever may not.</summary>
internal static class RecoveryRights
{
    public const string Stale = "这件事刚刚被别人办理过，您刚才的操作没有生效。请看过最新情况再决定。";

    /// <summary>Why the actor may not decide what another proposed; null when the actor may.</summary>
    public static async Task<string?> WhyNotDecideAsync(PortalDbContext db, Actor actor, Case record, Guid proposer, CancellationToken cancellation) =>
        !actor.MayAs(Roles.Approver, record.RegionCode) ? "这一步由复核人员办理。"
        : Recusal.Of(actor.UserId, Involvement.Of(await db.PartiesAsync(record, cancellation), proposer), decides: true) switch
        {
            RecusalGround.OwnProposal => "提出的人不能自己复核，请由另一位同事办理。",
            null => null,
            _ => CaseParties.LeaveToOthers,
        };

    public static async Task<StepResult> SaveStepAsync(this PortalDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepResult.Done();
        }
        catch (DbUpdateException exception) when (exception.IsCollision())
        {
            return new StepResult.Stale();
        }
    }

    /// <summary>Runs a step that moves money. Of two at once the slower one may find the ledger further on than the plan it read: that is no fault.</summary>
    /// <param name="record">With its instalments, as the step read them.</param>
    public static async Task<StepResult> MoveAsync(this IDbContextFactory<PortalDbContext> databases, Case record, Func<Task<StepResult>> step, CancellationToken cancellation)
    {
        var seen = Versions(record);
        try
        {
            return await step();
        }
        catch (LedgerException)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var now = await db.Cases.AsNoTracking().Include(one => one.Instalments).SingleAsync(one => one.Id == record.Id, cancellation);
            if (Versions(now).SetEquals(seen)) throw;
            return new StepResult.Stale();
        }
    }

    private static HashSet<Guid> Versions(Case record) => [record.Version, .. record.Instalments.Select(part => part.Version)];

    /// <summary>A recovery of the actor's place with all that belongs to it; null for any other.</summary>
    public static async Task<Recovery?> FindRecoveryAsync(this PortalDbContext db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var recovery = await db.Recoveries.AsSplitQuery().Include(one => one.Case).ThenInclude(record => record.Instalments)
            .Include(one => one.Parts.OrderBy(part => part.Sequence)).Include(one => one.Receipts.OrderBy(receipt => receipt.At))
            .SingleOrDefaultAsync(one => one.Id == id, cancellation);
        return recovery is not null && actor.Sees(recovery.Case.RegionCode) ? recovery : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <param name="Plan">What publishing today does; null where nothing is to be published.</param>
/// <param name="Hindrance">Why the actor cannot take the next step, in Chinese; null when the actor can.</param>
public sealed record PublicationPlanView(ScreeningRun Run, PublicationPlan? Plan, string? Hindrance)
{
    public bool IsProposed => Run.State == RunState.Proposed;
}

/// <summary>What publishing a run will do, for whoever is about to propose or to confirm it.</summary>
internal sealed class ShowPublicationPlan(IDbContextFactory<PortalDbContext> databases, PublicationPlans plans)
{
    /// <returns>Null when there is no such run in the actor's place.</returns>
    public async Task<PublicationPlanView?> HandleAsync(Actor actor, Guid runId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var run = await db.ScreeningRuns.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        if (run is null) return null;
        if (run.State is not (RunState.Screened or RunState.Proposed))
            return new PublicationPlanView(run, null, RunTransitions.IsPublic(run.State) ? "这份名册已经公示。" : "筛查完成后才能公示。");
        var (plan, why) = await plans.MakeAsync(db, run, cancellation);
        return new PublicationPlanView(run, plan, why ?? (run.State == RunState.Proposed
            ? await PublicationRights.RefuseConfirmationAsync(db, actor, run, cancellation)
            : await PublicationRights.RefuseProposalAsync(db, actor, run, cancellation)));
    }
}

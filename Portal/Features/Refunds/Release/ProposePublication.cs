using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Work;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <summary>Puts a screened list before another person, who makes it public or sends it back.</summary>
internal sealed class ProposePublication(IDbContextFactory<PortalDbContext> databases, PublicationPlans plans, BusinessClock clock)
{
    /// <param name="version">Of the run, as the page showed it.</param>
    public async Task<RunStepResult> HandleAsync(Actor actor, Guid runId, Guid version, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var run = await db.ScreeningRuns.SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        if (run is null || !actor.Sees(run.RegionCode)) return new RunStepResult.NotFound();
        if (await PublicationRights.RefuseProposalAsync(db, actor, run, cancellation) is { } refusal) return new RunStepResult.Refused(refusal);
        if (run.State == RunState.Proposed || RunTransitions.IsPublic(run.State)) return new RunStepResult.DoneBefore();
        if (!RunTransitions.Allows(run.State, RunAction.ProposePublication)) return new RunStepResult.Refused("筛查完成后才能公示。");
        if (run.Version != version) return new RunStepResult.Refused(PublicationRights.Stale);
        var (plan, why) = await plans.MakeAsync(db, run, cancellation);
        if (plan is null) return new RunStepResult.Refused(why!);
        (run.ProposedById, run.ProposedByName, run.ProposedAt) = (actor.UserId, actor.Name, clock.Now);
        run.Do(RunAction.ProposePublication, actor, clock, $"提交公示 {plan.Firms:#,0} 户、{plan.Amount.ToChinese()}，等另一位同事确认");
        db.OpenWork(clock, WorkKind.ConfirmPublication, run.Id.ToString(), $"确认公示“{run.FileName}”：{plan.Firms:#,0} 户，{plan.Amount.ToChinese()}",
            run.RegionCode, Roles.Approver, clock.Today);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RunStepResult.Refused(PublicationRights.Stale);
        }

        return new RunStepResult.Done();
    }
}

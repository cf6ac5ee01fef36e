using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <summary>Publishes the automatic rows of a screened run (公示).</summary>
public sealed class PublishRun(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock)
{
    public async Task<RunStepResult> HandleAsync(Actor actor, Guid runId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var run = await db.ScreeningRuns.SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        if (run is null || !actor.Sees(run.RegionCode)) return new RunStepResult.NotFound();
        if (!actor.Is(Roles.Operator)) return new RunStepResult.Refused("公示由经办人员发起，您的账号没有这项权限。");
        if (RunTransitions.IsPublic(run.State)) return new RunStepResult.DoneBefore();
        if (!RunTransitions.Allows(run.State, RunAction.Publish)) return new RunStepResult.Refused("筛查完成后才能公示。");
        var upheldBy = await UpheldByAsync(db, run, cancellation);
        if (Recusal.IsOwnProposal(actor.UserId, [.. upheldBy]))
            return new RunStepResult.Refused("名单里有您核实的异议，请由另一位经办人员公示。");
        if (!await db.AutomaticRows(run).AnyAsync(cancellation)) return new RunStepResult.Refused("名册里没有本地区可以免申即享的企业，无需公示。");
        var rules = await rulebooks.RulesAsync(cancellation);
        if (PublicationPeriod.Starting(rules, run.RegionCode, clock.Today) is not { } period)
            return new RunStepResult.Refused("参数库中没有今天适用的公示期，请先由管理员设置。");
        (run.PublishedOn, run.PublishedUntil) = (period.From, period.Until);
        run.Do(RunAction.Publish, actor, clock, $"开始公示，{period.Until:yyyy年M月d日}期满（{period.Days} 天）");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RunStepResult.DoneBefore();
        }

        return new RunStepResult.Done();
    }

    /// <summary>Who put firms on a supplementary list; nobody for a roster.</summary>
    private static Task<List<Guid?>> UpheldByAsync(PortalDbContext db, ScreeningRun run, CancellationToken cancellation) => run.SupplementOf is null
        ? Task.FromResult(new List<Guid?>())
        : db.Objections.Where(objection => objection.SupplementId == run.Id).Select(objection => objection.DecidedById).Distinct().ToListAsync(cancellation);
}

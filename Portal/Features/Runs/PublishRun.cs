using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Parameters;
using Portal.Rosters;
using Portal.Rulebooks;
using Portal.Time;

namespace Portal.Features.Runs;

/// <summary>Publishes the automatic rows of a screened run (公示).</summary>
public sealed class PublishRun(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock)
{
    public async Task<RunStep> HandleAsync(Actor actor, Guid runId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var run = await db.ScreeningRuns.SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        if (run is null || !actor.Sees(run.RegionCode)) return new RunStep.NotFound();
        if (!actor.Is(Roles.Operator)) return new RunStep.Refused("公示由经办人员发起，您的账号没有这项权限。");
        if (run.State == RunState.Published || run.IsReleased()) return new RunStep.DoneBefore();
        if (run.State != RunState.Screened) return new RunStep.Refused("筛查完成后才能公示。");
        if (run.SupplementOf is not null && await db.Objections.AnyAsync(objection => objection.SupplementId == run.Id && objection.DecidedById == actor.UserId, cancellation))
            return new RunStep.Refused("名单里有您核实的异议，请由另一位经办人员公示。");
        if (!await db.AutomaticRows(run).AnyAsync(cancellation)) return new RunStep.Refused("名册里没有本地区可以免申即享的企业，无需公示。");
        var rules = await rulebooks.RulesAsync(cancellation);
        if (rules.Days(SharedParameters.PublicationDays, run.RegionCode, clock.Today) is not { } days)
            return new RunStep.Refused("参数库中没有今天适用的公示期，请先由管理员设置。");
        var period = PublicationPeriod.Starting(clock.Today, days);
        (run.PublishedOn, run.PublishedUntil) = (period.From, period.Until);
        run.Become(RunState.Published, actor, clock, $"开始公示，{period.Until:yyyy年M月d日}期满（{days} 天）");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RunStep.DoneBefore();
        }

        return new RunStep.Done();
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Casework.Rulebooks;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Places;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Release;

/// <summary>What publishing a list today does: shown before the press, and done by it.</summary>
/// <param name="Firms">How many firms it makes public.</param>
/// <param name="Amount">What they are to get.</param>
/// <param name="Publisher">The authority that publishes.</param>
public sealed record PublicationPlan(int Firms, Money Amount, PublicationPeriod Period, string Publisher);

internal sealed class PublicationPlans(RulebookSource rulebooks, BusinessClock clock)
{
    /// <returns>The plan, or why there is none, in Chinese.</returns>
    public async Task<(PublicationPlan? Plan, string? Refusal)> MakeAsync(PortalDbContext db, ScreeningRun run, CancellationToken cancellation)
    {
        var firms = await db.CountAutomaticAsync(run, cancellation);
        if (firms == 0) return (null, "名册里没有本地区可以免申即享的企业，无需公示。");
        var loaded = await rulebooks.LoadAsync(cancellation);
        if (PublicationPeriod.Starting(loaded.Rules, run.RegionCode, clock.Today) is not { } period)
            return (null, "参数库中没有今天适用的公示期，请先由管理员设置。");
        return (new PublicationPlan(firms, await db.SumAutomaticAsync(run, cancellation), period, Authority.OfHumanResources(loaded.Regions, run.RegionCode)), null);
    }

    /// <summary>Who put firms on a supplementary list; nobody for a roster.</summary>
    public static Task<List<Guid?>> UpheldByAsync(PortalDbContext db, ScreeningRun run, CancellationToken cancellation) => run.SupplementOf is null
        ? Task.FromResult(new List<Guid?>())
        : db.Objections.Where(objection => objection.SupplementId == run.Id).Select(objection => objection.DecidedById).Distinct().ToListAsync(cancellation);
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Data;
using Portal.Data.Screening;

namespace Portal.Features.Refunds.Screening;

/// <summary>The runs of an actor's place, newest first.</summary>
public sealed class ListRuns(IDbContextFactory<PortalDbContext> databases)
{
    private const int PerPage = 20;

    public async Task<(IReadOnlyList<ScreeningRun> Runs, int Pages)> HandleAsync(Actor actor, int page, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var seen = db.ScreeningRuns.AsNoTracking().SeenBy(actor);
        var pages = (await seen.CountAsync(cancellation) + PerPage - 1) / PerPage;
        var runs = await seen.OrderByDescending(run => run.UploadedAt).ThenByDescending(run => run.Id)
            .Skip((Math.Clamp(page, 1, Math.Max(1, pages)) - 1) * PerPage).Take(PerPage).ToListAsync(cancellation);
        return (runs, pages);
    }
}

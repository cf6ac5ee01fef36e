using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Screening;

namespace Portal.Features.Public.Publications;

public sealed record PublicationSummary(Guid RunId, string RegionCode, DateOnly From, DateOnly Until, string? NoticeNo, string? Publisher);

/// <summary>The lists that are published now; for everybody.</summary>
public sealed class ListPublications(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<IReadOnlyList<PublicationSummary>> HandleAsync(CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ScreeningRuns.Where(run => run.State == RunState.Published)
            .OrderByDescending(run => run.PublishedOn).ThenByDescending(run => run.Id)
            .Select(run => new PublicationSummary(run.Id, run.RegionCode, run.PublishedOn!.Value, run.PublishedUntil!.Value, run.NoticeNo, run.Publisher))
            .ToListAsync(cancellation);
    }
}

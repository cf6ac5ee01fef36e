using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Data;
using Portal.Data.Ratings;

namespace Portal.Features.Citizen.Ratings;

/// <param name="Rating">Null while none has been given.</param>
public sealed record RatingView(string No, bool MayBeRated, Rating? Rating);

/// <summary>What the applicant said of a case of theirs, if anything yet.</summary>
public sealed class ShowRating(IDbContextFactory<PortalDbContext> databases)
{
    /// <returns>Null when there is no such case, or it is somebody else's.</returns>
    public async Task<RatingView?> HandleAsync(Actor actor, string no, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || !await db.IsPartyAsync(actor, record, cancellation)) return null;
        return new RatingView(no, RateCase.MayBeRated(record.State),
            await db.Ratings.AsNoTracking().SingleOrDefaultAsync(rating => rating.CaseId == record.Id, cancellation));
    }
}

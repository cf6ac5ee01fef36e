using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Privacy;

namespace Portal.Features.Citizen.Firms;

public sealed record Letter(string FileName, string ContentType, byte[] Bytes);

/// <summary>Hands out an authorisation letter to whoever sent it in, and to staff of the place.</summary>
public sealed class FindLetter(IDbContextFactory<PortalDbContext> databases, AccessLog access)
{
    public async Task<Letter?> HandleAsync(Actor actor, Guid letterId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var claim = await db.FirmClaims.AsNoTracking().SingleOrDefaultAsync(claim => claim.LetterId == letterId, cancellation);
        if (claim is null || claim.UserId != actor.UserId && !actor.Sees(claim.RegionCode)) return null;
        await access.LookedAsync(db, actor, new AccessedRecord(claim.RegionCode, claim.UserId), AccessKind.File, $"打开了认领“{claim.FirmName}”的授权书", cancellation);
        return await db.Attachments.Where(letter => letter.Id == letterId)
            .Select(letter => new Letter(letter.FileName, letter.ContentType, letter.Content.Bytes))
            .SingleAsync(cancellation);
    }
}

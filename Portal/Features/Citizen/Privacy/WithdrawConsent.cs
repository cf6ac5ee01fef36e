using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Privacy;

namespace Portal.Features.Citizen.Privacy;

/// <summary>Takes a consent back: no new applications from then on; what was submitted goes on as the law requires.</summary>
public sealed class WithdrawConsent(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public async Task HandleAsync(Actor actor, ConsentKind kind, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.WithdrawConsentAsync(actor.UserId, [kind], clock.Now, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}

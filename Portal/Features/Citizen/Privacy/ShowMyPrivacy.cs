using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Privacy;

namespace Portal.Features.Citizen.Privacy;

/// <param name="Last">What the person has last said; null for somebody who was never asked.</param>
public sealed record MyConsent(ConsentText Current, ConsentEntry? Last)
{
    public bool Stands => Current.IsConsentedBy(Last);
}

/// <summary>What a person has consented to, and how it stands.</summary>
public sealed class ShowMyPrivacy(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<IReadOnlyList<MyConsent>> HandleAsync(Actor actor, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var consents = new List<MyConsent>();
        foreach (var text in ConsentTexts.CurrentOnes) consents.Add(new MyConsent(text, await db.ConsentAsync(actor.UserId, text.Kind, cancellation)));
        return consents;
    }
}

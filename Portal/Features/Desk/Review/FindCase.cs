using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Desk.Review;

/// <param name="No">The number as it is written; null when there is no such case in the actor's place.</param>
/// <param name="IsWellFormed">False where the check digit says that it was mistyped.</param>
public sealed record FoundCase(string? No, bool IsWellFormed);

/// <summary>Finds a case by the number somebody quotes, however it was typed.</summary>
public sealed class FindCase(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<FoundCase> HandleAsync(Actor actor, string? text, CancellationToken cancellation = default)
    {
        var no = PlainText.Compact(text).ToUpperInvariant();
        if (!CaseNumber.IsWellFormed(no)) return new FoundCase(null, false);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return new FoundCase(await db.Cases.Within(actor).AnyAsync(record => record.No == no, cancellation) ? no : null, true);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Data;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Public.Publications;

/// <param name="Reason">Why the firm was left out; only for who acts for it, else null.</param>
/// <param name="Name">The firm's name; only for who acts for it, else null.</param>
public sealed record ExcludedFirm(string? Name, string? Reason);

/// <summary>A row that was left out, for objecting to it: everybody may, but why is told only to the firm's own people.</summary>
public sealed class ShowExcludedFirm(IDbContextFactory<PortalDbContext> databases)
{
    /// <returns>Null when there is no such row in a list made public and not closed, or the row is on the list.</returns>
    public async Task<ExcludedFirm?> HandleAsync(Actor? actor, Guid runId, int number, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.ScreeningRuns.InState(RunTransitions.TakesObjectionsToLeftOut).AnyAsync(run => run.Id == runId, cancellation)) return null;
        var row = await db.ScreeningRows.AsNoTracking()
            .SingleOrDefaultAsync(row => row.RunId == runId && row.Number == number && row.Outcome != RowOutcome.Automatic, cancellation);
        if (row is null) return null;
        var own = actor is not null && CreditCode.TryParse(row.CreditCode, out var code) == IdentifierFault.None
            && await db.FirmMemberships.AnyAsync(member => member.UserId == actor.UserId && member.Firm.CreditCode == code.Value, cancellation);
        return own ? new ExcludedFirm(row.Name, row.Reason) : new ExcludedFirm(null, null);
    }
}

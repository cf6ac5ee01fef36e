using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.Cases;

/// <summary>Tells whoever knows a case's number and its second secret how it stands, and nothing else.</summary>
public sealed class LookUpCase(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebook, BusinessClock clock)
{
    private const int SecretLength = 4;

    /// <summary>The number as it is looked for; whatever is no number of a case is one and the same.</summary>
    public static string NumberOf(string? typed) => PlainText.Compact(typed).ToUpperInvariant() is var number && CaseNumber.IsWellFormed(number) ? number : "";

    /// <param name="secret">The last four characters of the applicant's resident ID or of the firm's credit code.</param>
    /// <returns>Null for an unknown number and for a wrong secret alike, or the numbers could be tried out.</returns>
    public async Task<CaseStanding?> HandleAsync(string? no, string? secret, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var number = NumberOf(no);
        var found = await db.Cases.AsNoTracking().Where(record => record.No == number)
            .Select(record => new
            {
                record.State,
                record.PromisedOn,
                CreditCode = record.Firm == null ? null : record.Firm.CreditCode,
                ResidentId = record.Applicant == null || record.Applicant.ResidentId == null ? null : record.Applicant.ResidentId.Masked,
            })
            .SingleOrDefaultAsync(cancellation);
        // The mask of a resident ID shows its last four characters, so nothing needs to be opened here.
        var expected = (found?.CreditCode ?? found?.ResidentId) is { Length: > SecretLength } text ? text[^SecretLength..] : "";
        var given = PlainText.Compact(secret).ToUpperInvariant();
        var fits = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
        if (found is null || expected.Length == 0 || !fits) return null;

        var calendar = (await rulebook.RulesAsync(cancellation)).Calendar;
        var waits = CaseTransitions.IsOpen(found.State) && found.State is not (CaseState.CorrectionRequested or CaseState.Approved);
        return new CaseStanding(number, found.State, found.PromisedOn, waits && found.PromisedOn is { } promised ? Deadline.Left(promised, clock.Today, calendar) : null);
    }
}

public sealed record CaseStanding(string No, CaseState State, DateOnly? PromisedOn, string? Left);

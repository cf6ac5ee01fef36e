using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Features.Citizen.AccountChanges;

/// <param name="Change">The one that waits for a second person; null when there is none.</param>
/// <param name="Hindrance">Why the actor may not confirm it.</param>
public sealed record AccountChangeView(Case Record, AccountChange? Change, string? Hindrance)
{
    /// <summary>Whether an automatic refund waits for its account: nothing is replaced then.</summary>
    public bool OfRefund => Record.State == CaseState.AwaitingAccount;

    /// <summary>In whose name the account has to be.</summary>
    public string Holder => Record.Firm?.Name ?? Record.ApplicantName;
}

/// <summary>The account of a case and the change that waits, for those who act for it and for staff of its place.</summary>
public sealed class ShowAccountChange(IDbContextFactory<PortalDbContext> databases)
{
    /// <param name="asStaff">False for the applicant's page: it shows own cases only.</param>
    /// <returns>Null when there is no such case, or it is none of the actor's business.</returns>
    public async Task<AccountChangeView?> HandleAsync(Actor actor, string no, bool asStaff, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var cases = asStaff ? db.Cases : db.OwnCasesOf(actor);
        var record = await cases.AsNoTracking().Include(c => c.Firm).SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || asStaff && !actor.Sees(record.RegionCode)) return null;
        var change = await db.OpenAccountChangeAsync(record.Id, cancellation);
        return new AccountChangeView(record, change, change is null ? null : await SecondPerson.RefuseAsync(db, actor, record, change, cancellation));
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Time;

namespace Portal.Data.Ledger;

/// <summary>Opens the ledger of a database from before there was one: every plan is put down as it stands.</summary>
internal static class LedgerOpening
{
    /// <remarks>
    /// All in one transaction, so that a ledger that holds anything holds everything. Another portal on the database opens it at
    /// its own start, before it grants: whatever it has put down meanwhile, there is nothing left to open.
    /// </remarks>
    public static async Task FillAsync(PortalDbContext db, BusinessClock clock, CancellationToken cancellation)
    {
        if (await db.LedgerEntries.AnyAsync(cancellation)) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.LedgerEntries.AnyAsync(cancellation)) return;
        var granted = db.Cases.Include(record => record.Instalments)
            .Where(record => record.State == CaseState.AwaitingAccount || record.Instalments.Any());
        foreach (var record in await granted.ToListAsync(cancellation)) Open(db, record, clock);
        try
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateException quicker) when (quicker.IsDuplicate())
        {
            // SQL Server lets two look at once.
        }
    }

    private static void Open(PortalDbContext db, Case record, BusinessClock clock)
    {
        if (record.Instalments.Count == 0) db.AddRange(GrantedPlan.For(record, due: null));
        var parts = record.Instalments.OrderBy(part => part.Sequence).ToArray();
        var money = CaseMoney.Begin(db, record, clock, actor: null);
        money.Commit(parts, CaseJson.ReadAssessment(record.AssessmentJson).Funding);
        foreach (var part in parts)
            if (part.PaidOn is { } paidOn)
                money.Pay(part, part.Id, paidOn, part.Reference ?? "");
    }
}

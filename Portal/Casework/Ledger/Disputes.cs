using Portal.Data;

namespace Portal.Casework.Ledger;

public static class Disputes
{
    /// <summary>The cases of which a bank answer contradicts what is known: until somebody has looked, their money goes nowhere.</summary>
    public static IQueryable<Guid> DisputedCases(this PortalDbContext db) => db.BatchLines.Where(line => line.Dispute != null).Select(line => line.CaseId);
}

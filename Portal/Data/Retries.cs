using Microsoft.EntityFrameworkCore;
using Portal.Domain.Ledger;

namespace Portal.Data;

/// <summary>A unit of work that others may get in the way of, done again from its first read.</summary>
public static class Retries
{
    private const int Most = 5;

    /// <param name="work">Reads everything anew each time, in a context of its own.</param>
    public static async Task<T> TryAsync<T>(Func<Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception meanwhile) when (attempt < Most && IsWorthAnother(meanwhile))
            {
                // Somebody was quicker, or kept the database; what is there now is read next time.
            }
        }
    }

    // The ledger may be further on than the plan that was read with it; what is truly wrong stays wrong.
    private static bool IsWorthAnother(Exception failure) =>
        failure is LedgerException || failure is DbUpdateException update && update.IsCollision() || DbErrors.IsBusy(failure);
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Work;

/// <summary>The deadline passed and somebody else has taken the work up: whatever is in the transaction must not be kept.</summary>
public sealed class LeaseLostException(string name) : Exception($"The lease {name} is another's now.");

/// <summary>Takes, renews and gives back leases. Time is handed in.</summary>
public static class Leases
{
    /// <returns>False while another holds it and its time is not over.</returns>
    public static async Task<bool> TryTakeLeaseAsync(
        this PortalDbContext db, string name, Guid holder, DateTimeOffset now, TimeSpan term, CancellationToken cancellation = default)
    {
        var until = now + term;
        if (await db.Leases.Where(lease => lease.Name == name && (lease.Holder == holder || lease.Until <= now))
                .ExecuteUpdateAsync(lease => lease.SetProperty(l => l.Holder, holder).SetProperty(l => l.Until, until), cancellation) == 1)
            return true;
        if (await db.Leases.AnyAsync(lease => lease.Name == name, cancellation)) return false;
        var taken = db.Add(new Lease { Name = name, Holder = holder, Until = until });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException quicker) when (quicker.IsDuplicate())
        {
            return false;
        }
        finally
        {
            taken.State = EntityState.Detached;
        }
    }

    /// <summary>Belongs in the transaction of the work itself: an overtaken holder then commits nothing.</summary>
    /// <exception cref="LeaseLostException">Another holds it.</exception>
    public static async Task RenewLeaseAsync(
        this PortalDbContext db, string name, Guid holder, DateTimeOffset now, TimeSpan term, CancellationToken cancellation = default)
    {
        var until = now + term;
        if (await db.Leases.Where(lease => lease.Name == name && lease.Holder == holder)
                .ExecuteUpdateAsync(lease => lease.SetProperty(l => l.Until, until), cancellation) != 1)
            throw new LeaseLostException(name);
    }

    /// <summary>Does nothing when it is another's.</summary>
    public static Task GiveBackLeaseAsync(this PortalDbContext db, string name, Guid holder, CancellationToken cancellation = default) =>
        db.Leases.Where(lease => lease.Name == name && lease.Holder == holder).ExecuteDeleteAsync(cancellation);
}

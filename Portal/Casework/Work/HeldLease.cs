using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Work;

namespace Portal.Casework.Work;

/// <summary>The deadline passed and somebody else has taken the work up: whatever is in the transaction must not be kept.</summary>
public sealed class LeaseLostException(string name) : Exception($"The lease {name} is another's now.");

/// <summary>One attempt's hold on a piece of work: of several processes on one database that want to do it, one does.</summary>
/// <param name="name">Of the work, at most 100 characters.</param>
/// <param name="term">How long a process that was killed keeps the others waiting.</param>
/// <param name="machine">Not the business clock: the demo's may be set back, and what died before would hold its work until that day came again.</param>
internal sealed class HeldLease(string name, TimeSpan term, TimeProvider machine)
{
    private readonly Guid _holder = Guid.CreateVersion7();

    /// <returns>False while another holds it and its time is not over.</returns>
    public async Task<bool> TryTakeAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var now = machine.GetUtcNow();
        var until = now + term;
        if (await db.Leases.Where(lease => lease.Name == name && lease.Until <= now)
                .ExecuteUpdateAsync(lease => lease.SetProperty(l => l.Holder, _holder).SetProperty(l => l.Until, until), cancellation) == 1)
            return true;
        if (await db.Leases.AnyAsync(lease => lease.Name == name, cancellation)) return false;
        var taken = db.Add(new Lease { Name = name, Holder = _holder, Until = until });
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
    public async Task RenewAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var until = machine.GetUtcNow() + term;
        if (await Ours(db).ExecuteUpdateAsync(lease => lease.SetProperty(l => l.Until, until), cancellation) != 1) throw new LeaseLostException(name);
    }

    /// <summary>Lets the next attempt begin at once. Without a token: also when the work was broken off by a stop.</summary>
    /// <returns>False, and nothing done, when it is another's.</returns>
    public async Task<bool> GiveBackAsync(PortalDbContext db) => await Ours(db).ExecuteDeleteAsync() == 1;

    /// <summary>Does the work and renews beside it, for what has no transaction of its own to renew in, or not soon enough.</summary>
    /// <param name="work">Cancelled when the lease is lost all the same.</param>
    /// <exception cref="LeaseLostException">The work was cancelled because another holds the lease.</exception>
    public async Task KeepAsync(IDbContextFactory<PortalDbContext> databases, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var over = new CancellationTokenSource();
        var keeping = RenewUntilAsync(databases, stop, over.Token);
        try
        {
            await work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new LeaseLostException(name);
        }
        finally
        {
            await over.CancelAsync();
            await keeping;
        }
    }

    private async Task RenewUntilAsync(IDbContextFactory<PortalDbContext> databases, CancellationTokenSource stop, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await Task.Delay(term / 3, machine, over);
                await RenewBesideAsync(databases, over);
            }
        }
        catch (LeaseLostException)
        {
            await stop.CancelAsync();
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The work is done.
        }
    }

    private async Task RenewBesideAsync(IDbContextFactory<PortalDbContext> databases, CancellationToken over)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(over);
            await RenewAsync(db, over);
        }
        catch (Exception failure) when (DbErrors.IsOfDatabase(failure))
        {
            // SQLite has one writer, and that may be the work itself; then nobody else can take it up either.
        }
    }

    private IQueryable<Lease> Ours(PortalDbContext db) => db.Leases.Where(lease => lease.Name == name && lease.Holder == _holder);
}

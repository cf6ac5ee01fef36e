using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Work;

namespace Portal.Features.Runs;

/// <summary>How long a process may be silent before another takes its run up; <c>Runs:LeaseSeconds</c>.</summary>
public sealed record LeaseTerm(TimeSpan Time)
{
    private const int UsualSeconds = 15;

    public static LeaseTerm From(IConfiguration configuration) => new(TimeSpan.FromSeconds(configuration.GetValue("Runs:LeaseSeconds", UsualSeconds)));
}

/// <summary>One attempt's hold on a run: of two processes that want to read it, one does.</summary>
/// <remarks>By the machine's clock: the demo's may be set back, and what died before would hold its run until that day came again.</remarks>
internal sealed class RunLease(Guid runId, LeaseTerm term, TimeProvider machine)
{
    private readonly string _name = $"run:{runId:N}";
    private readonly Guid _holder = Guid.CreateVersion7();

    public Task<bool> TryTakeAsync(PortalDbContext db, CancellationToken cancellation) => db.TryTakeLeaseAsync(_name, _holder, machine.GetUtcNow(), term.Time, cancellation);

    /// <exception cref="LeaseLostException">Another attempt has taken the run up.</exception>
    public Task RenewAsync(PortalDbContext db, CancellationToken cancellation) => db.RenewLeaseAsync(_name, _holder, machine.GetUtcNow(), term.Time, cancellation);

    // Also when the work was broken off: the next attempt need not wait for the deadline.
    public Task GiveBackAsync(PortalDbContext db) => db.GiveBackLeaseAsync(_name, _holder, CancellationToken.None);

    /// <summary>Does the work and renews beside it: opening a file, or screening again what is stored, has no transaction to renew in.</summary>
    public async Task KeepAsync(IDbContextFactory<PortalDbContext> databases, Func<Task> work)
    {
        using var over = new CancellationTokenSource();
        var keeping = RenewUntilAsync(databases, over.Token);
        try
        {
            await work();
        }
        finally
        {
            await over.CancelAsync();
            await keeping;
        }
    }

    private async Task RenewUntilAsync(IDbContextFactory<PortalDbContext> databases, CancellationToken over)
    {
        using var timer = new PeriodicTimer(term.Time / 3, machine);
        try
        {
            while (await timer.WaitForNextTickAsync(over)) await RenewBesideAsync(databases, over);
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
        catch (Exception failure) when (failure is LeaseLostException || DbErrors.IsOfDatabase(failure))
        {
            // The writer it had to wait for may be the work itself; and a lease that is lost the work's next transaction finds out.
        }
    }
}

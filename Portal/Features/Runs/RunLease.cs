using Portal.Data;
using Portal.Data.Work;
using Portal.Time;

namespace Portal.Features.Runs;

/// <summary>How long a process may be silent before another takes its run up; <c>Runs:LeaseSeconds</c>.</summary>
public sealed record LeaseTerm(TimeSpan Time)
{
    private const int UsualSeconds = 15;

    public static LeaseTerm From(IConfiguration configuration) => new(TimeSpan.FromSeconds(configuration.GetValue("Runs:LeaseSeconds", UsualSeconds)));
}

/// <summary>One attempt's hold on a run: of two processes that want to read it, one does.</summary>
internal sealed class RunLease(Guid runId, LeaseTerm term, BusinessClock clock)
{
    private readonly string _name = $"run:{runId:N}";
    private readonly Guid _holder = Guid.CreateVersion7();

    public Task<bool> TryTakeAsync(PortalDbContext db, CancellationToken cancellation) => db.TryTakeLeaseAsync(_name, _holder, clock.Now, term.Time, cancellation);

    /// <exception cref="LeaseLostException">Another attempt has taken the run up.</exception>
    public Task RenewAsync(PortalDbContext db, CancellationToken cancellation) => db.RenewLeaseAsync(_name, _holder, clock.Now, term.Time, cancellation);

    // Also when the work was broken off: the next attempt need not wait for the deadline.
    public Task GiveBackAsync(PortalDbContext db) => db.GiveBackLeaseAsync(_name, _holder, CancellationToken.None);
}

using Portal.Casework.Work;

namespace Portal.Casework.Runs;

/// <summary>How long a process may be silent before another takes its run up; <c>Runs:LeaseSeconds</c>.</summary>
public sealed record LeaseTerm(TimeSpan Time)
{
    private const int UsualSeconds = 15;

    public static LeaseTerm From(IConfiguration configuration) => new(TimeSpan.FromSeconds(configuration.GetValue("Runs:LeaseSeconds", UsualSeconds)));

    internal HeldLease LeaseOf(Guid runId, TimeProvider machine) => new($"run:{runId:N}", Time, machine);
}

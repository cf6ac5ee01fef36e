using Portal.Domain.Batches;

namespace Portal.Casework.Batches;

/// <summary>What came of a step on a batch or one of its lines.</summary>
public abstract record BatchResult
{
    /// <summary>Done now, or by an earlier press.</summary>
    public sealed record Done : BatchResult;

    /// <summary>No such batch or line, or one of another place.</summary>
    public sealed record NotFound : BatchResult;

    /// <summary>Somebody was faster; nothing was changed.</summary>
    public sealed record Stale(BatchState State) : BatchResult;

    /// <summary>The batch or the person does not allow it; the message says why and what to do.</summary>
    public sealed record Refused(string Message) : BatchResult;

    /// <param name="Field">Which input to put right.</param>
    public sealed record Invalid(string Field, string Message) : BatchResult;
}

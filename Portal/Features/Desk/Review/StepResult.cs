using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>The case a tab acts on and the version it showed.</summary>
public readonly record struct CaseRef(string No, Guid Version);

/// <summary>What came of a step.</summary>
public abstract record StepResult
{
    /// <summary>Done now, or by an earlier press of the same person.</summary>
    public sealed record Done : StepResult;

    /// <summary>No such case, or one of another place.</summary>
    public sealed record NotFound : StepResult;

    /// <summary>Somebody was faster; nothing was changed.</summary>
    public sealed record Stale(CaseState State) : StepResult;

    /// <summary>The case or the person does not allow it; the message says why and what to do.</summary>
    public sealed record Refused(string Message) : StepResult;

    /// <summary>What was written does not do; the message names it.</summary>
    public sealed record Invalid(string Message) : StepResult;
}

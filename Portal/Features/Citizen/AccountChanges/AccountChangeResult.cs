using Portal.Forms;

namespace Portal.Features.Citizen.AccountChanges;

/// <summary>What came of a step on a change of account.</summary>
public abstract record AccountChangeResult
{
    /// <summary>Done now, or by an earlier press.</summary>
    public sealed record Done : AccountChangeResult;

    public sealed record Rejected(IReadOnlyList<FormError> Errors) : AccountChangeResult;

    /// <summary>The case or the change has moved on since the page was shown.</summary>
    public sealed record Stale : AccountChangeResult;

    /// <summary>The case or the person does not allow it; the message says why and what to do.</summary>
    public sealed record Refused(string Why) : AccountChangeResult;

    public sealed record NotFound : AccountChangeResult;

    public IReadOnlyList<FormError> Complaints => this switch
    {
        Rejected rejected => rejected.Errors,
        Stale => [new FormError(null, "情况刚刚有了变化，这一步还没有办成。请看看最新情况再决定。")],
        Refused refused => [new FormError(null, refused.Why)],
        _ => [],
    };
}

using Portal.Forms;

namespace Portal.Features.Citizen.Appeals;

/// <summary>What came of an appeal.</summary>
public abstract record AppealResult
{
    /// <summary>Filed now, or by an earlier press.</summary>
    public sealed record Filed : AppealResult;

    public sealed record Rejected(IReadOnlyList<FormError> Errors) : AppealResult;

    /// <summary>The case has moved on since the page was shown.</summary>
    public sealed record Stale : AppealResult;

    /// <summary>Not refused, too late, or the second time; the message says which and what to do.</summary>
    public sealed record NotAllowed(string Why) : AppealResult;

    public sealed record NotFound : AppealResult;

    public IReadOnlyList<FormError> Complaints => this switch
    {
        Rejected rejected => rejected.Errors,
        Stale => [new FormError(null, "这件申请刚刚有了新的进展，申诉还没有提交。请回到办件看看最新情况。")],
        NotAllowed not => [new FormError(null, not.Why)],
        _ => [],
    };
}

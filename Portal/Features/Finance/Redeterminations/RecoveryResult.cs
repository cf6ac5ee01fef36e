using Portal.Forms;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>What came of a step on a redetermination or a recovery.</summary>
public abstract record RecoveryResult
{
    /// <summary>Done now, or by an earlier press.</summary>
    public sealed record Done : RecoveryResult;

    /// <summary>No such record, or one of another place.</summary>
    public sealed record NotFound : RecoveryResult;

    /// <summary>Somebody was faster; nothing was changed.</summary>
    public sealed record Stale : RecoveryResult;

    /// <summary>The record or the person does not allow it; the message says why and what to do.</summary>
    public sealed record Refused(string Message) : RecoveryResult;

    public sealed record Invalid(IReadOnlyList<FormError> Errors) : RecoveryResult;

    /// <summary>What a page lists above its form; empty when it was done.</summary>
    public IReadOnlyList<FormError> Complaints => this switch
    {
        Stale => [new FormError(null, "这件事刚刚被别人办理过，您刚才的操作没有生效。请看过最新情况再决定。")],
        Refused refused => [new FormError(null, refused.Message)],
        Invalid invalid => invalid.Errors,
        _ => [],
    };

    internal static Invalid Wrong(string field, string message) => new([new FormError(field, message)]);
}

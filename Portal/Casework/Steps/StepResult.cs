using Portal.Forms;

namespace Portal.Casework.Steps;

/// <summary>What came of a step that somebody took on a record.</summary>
public abstract record StepResult
{
    /// <summary>Done now, or by an earlier press of the same person.</summary>
    public sealed record Done : StepResult;

    /// <summary>No such record, or one of another place.</summary>
    public sealed record NotFound : StepResult;

    /// <summary>Somebody was faster; nothing was changed.</summary>
    /// <param name="State">What the record is now, in Chinese; null where the page says it by itself.</param>
    public sealed record Stale(string? State = null) : StepResult;

    /// <summary>The record or the person does not allow it; the message says why and what to do.</summary>
    public sealed record Refused(string Message) : StepResult;

    /// <summary>What was typed does not do; nothing was changed.</summary>
    public sealed record Invalid(IReadOnlyList<FormError> Errors) : StepResult;

    public static Invalid Wrong(string? field, string message) => new([new FormError(field, message)]);

    /// <summary>What a page lists above its form; empty when it was done.</summary>
    /// <param name="whenStale">What to say to the slower of two.</param>
    public IReadOnlyList<FormError> Complaints(string whenStale) => this switch
    {
        Stale => [new FormError(null, whenStale)],
        Refused refused => [new FormError(null, refused.Message)],
        Invalid invalid => invalid.Errors,
        _ => [],
    };
}

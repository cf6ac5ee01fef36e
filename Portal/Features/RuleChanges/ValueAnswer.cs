using Portal.Components.Ui;
using Portal.Domain.Parameters;

namespace Portal.Features.RuleChanges;

public abstract record ValueAnswer
{
    /// <summary>The form can be proposed, and this is what it says.</summary>
    public sealed record Sound(BookEntry Entry) : ValueAnswer;

    public sealed record Proposed(Guid Id) : ValueAnswer;

    /// <summary>No rule reads the key.</summary>
    public sealed record NotFound : ValueAnswer;

    public sealed record NotAllowed : ValueAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : ValueAnswer;
}

using Portal.Domain.Parameters;
using Portal.Forms;

namespace Portal.Features.Administration.Parameters;

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

using Portal.Domain.Calendar;
using Portal.Forms;

namespace Portal.Features.Administration.Calendar;

public abstract record YearAnswer
{
    /// <summary>The form can be proposed, and this is what it says.</summary>
    public sealed record Sound(CalendarYear Year) : YearAnswer;

    public sealed record Proposed(Guid Id) : YearAnswer;

    public sealed record NotAllowed : YearAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : YearAnswer;
}

using Portal.Components.Ui;
using Portal.Domain.Calendar;

namespace Portal.Features.RuleChanges;

public abstract record YearAnswer
{
    /// <summary>The form can be proposed, and this is what it says.</summary>
    public sealed record Sound(CalendarYear Year) : YearAnswer;

    public sealed record Proposed(Guid Id) : YearAnswer;

    public sealed record NotAllowed : YearAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : YearAnswer;
}

using Portal.Data.Cases;
using Portal.Domain.Calendar;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Desk.Review;

public sealed record EarlierCase(string No, CaseState State, DateOnly SubmittedOn, Money? Entitlement);

/// <summary>Everything somebody needs to decide a case.</summary>
/// <param name="Stored">The findings when it was submitted, corrected or proposed.</param>
/// <param name="Now">The findings with the values known today.</param>
/// <param name="Offered">The steps the actor may take.</param>
/// <param name="IsParty">Whether the actor applied or acts for the firm, and so may work on none of it.</param>
/// <param name="AccountChanges">Whether another account waits to be confirmed, and nothing is paid meanwhile.</param>
/// <param name="Hindrance">Why the actor may not take a step the case waits for, where it is not simply another role's.</param>
public sealed record CaseView(
    Case Record,
    Measure Measure,
    FactSet Facts,
    Assessment Stored,
    Assessment Now,
    string Place,
    string? Caseworker,
    string? Proposer,
    IReadOnlyList<EarlierCase> Earlier,
    IReadOnlyList<CaseConflict> Conflicts,
    IReadOnlyList<CaseAction> Offered,
    string? Hindrance,
    bool IsParty,
    bool AccountChanges,
    DateOnly Today,
    WorkingDayCalendar Calendar)
{
    /// <summary>Whether the findings would come out otherwise today: another outcome, amount or condition.</summary>
    public bool Differs =>
        Stored.Outcome != Now.Outcome || Stored.Amount != Now.Amount || Stored.Automatic != Now.Automatic
        || !Flat(Stored.Conditions).SequenceEqual(Flat(Now.Conditions));

    /// <summary>What the applicant said, where staff verified otherwise.</summary>
    public FactSet? Said => Record.SaidFactsJson is { } said ? CaseJson.ReadFacts(Measure.Facts, said) : null;

    /// <summary>The facts that hold for the case as a whole: what is asked of each person stands with the person. Null where nobody is named.</summary>
    public IReadOnlyList<Fact>? OfTheWhole => Record.People.Count == 0 || Measure.Application.People is not { } list ? null
        : [.. Measure.Application.AskedOnce(Measure), .. list.Alike, .. list.Count is { } count ? [count] : Array.Empty<Fact>()];

    private static IEnumerable<(string Id, Truth Result)> Flat(IEnumerable<ConditionResult> conditions) =>
        conditions.SelectMany(condition => Flat(condition.Parts).Prepend((condition.Id, condition.Result)));
}

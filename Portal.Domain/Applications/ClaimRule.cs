using System.Globalization;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Applications;

/// <summary>For when a measure is claimed: once, for a year, month by month, or for a training (R12).</summary>
public abstract record ClaimRule
{
    /// <summary>Whether the form asks for the first month beside the measure's facts.</summary>
    public virtual bool AsksFirstMonth => false;

    public virtual bool AsksTraining => false;

    /// <summary>What the form calls the day on which the right began, where it asks for it; null where it does not.</summary>
    public virtual string? StartLabel => null;

    /// <summary>The periods an eligible application claims, see <see cref="ClaimPeriod"/>; empty while what decides them is not told.</summary>
    public abstract IReadOnlyList<string> Periods(FactSet facts, Terms terms, ClaimAnswers answers);

    /// <summary>The months that can be claimed on the day of the terms (R17); null where no months are chosen.</summary>
    public virtual MonthSpan? Claimable(FactSet facts, Terms terms, ClaimAnswers answers) => null;

    /// <summary>What is known to stand against the months that are claimed (R17); what is not told yet stands against nothing.</summary>
    public virtual ClaimFault? Fault(FactSet facts, Terms terms, ClaimAnswers answers) => null;

    /// <summary>A benefit that is paid a single time.</summary>
    public sealed record Once : ClaimRule
    {
        public override IReadOnlyList<string> Periods(FactSet facts, Terms terms, ClaimAnswers answers) => [ClaimPeriod.Once];
    }

    /// <param name="Year">The fact that names the year; null for the year of the application.</param>
    public sealed record OfYear(CountFact? Year = null) : ClaimRule
    {
        public override IReadOnlyList<string> Periods(FactSet facts, Terms terms, ClaimAnswers answers) =>
            Year is null ? [ClaimPeriod.Year(terms.AsOf)]
            : facts[Year] is { } year ? [year.ToString("0000", CultureInfo.InvariantCulture)] : [];
    }

    public sealed record OfTraining : ClaimRule
    {
        public override bool AsksTraining => true;

        public override IReadOnlyList<string> Periods(FactSet facts, Terms terms, ClaimAnswers answers) =>
            answers.TrainingNumber is { Length: > 0 } number ? [ClaimPeriod.Training(number)] : [];
    }

    private protected static IReadOnlyList<string> Running(Month first, int months) =>
        [.. Enumerable.Range(0, Math.Max(0, months)).Select(n => (first + n).ToString())];
}

/// <summary>What a form asks beside a measure's facts, to know for when it is claimed.</summary>
/// <param name="TrainingNumber">The number the training is filed under.</param>
/// <param name="StartedOn">The day on which the right began, see <see cref="ClaimRule.StartLabel"/>.</param>
public readonly record struct ClaimAnswers(Month? FirstMonth = null, string? TrainingNumber = null, DateOnly? StartedOn = null);

public enum ClaimPart
{
    FirstMonth,
    Months,
    Start,
}

/// <param name="Text">What stands against the claim, with the months that can be claimed.</param>
public sealed record ClaimFault(ClaimPart Part, string Text);

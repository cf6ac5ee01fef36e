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

    /// <summary>The periods an eligible application claims, see <see cref="ClaimPeriod"/>; empty while what decides them is not told.</summary>
    public abstract IReadOnlyList<string> Periods(FactSet facts, Terms terms, ClaimAnswers answers);

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

    /// <param name="Paid">How many months running are paid; only months that are paid are claimed.</param>
    /// <param name="First">The fact that names the first month; null where the form asks for it beside the facts.</param>
    public sealed record OfMonths(Func<FactSet, Terms, int> Paid, MonthFact? First = null) : ClaimRule
    {
        /// <summary>Months before are not paid and so not claimed.</summary>
        public Month? NotBefore { get; init; }

        public Month? NotAfter { get; init; }

        public override bool AsksFirstMonth => First is null;

        public override IReadOnlyList<string> Periods(FactSet facts, Terms terms, ClaimAnswers answers) =>
            (First is null ? answers.FirstMonth : facts[First]) is { } first
                ? [.. Enumerable.Range(0, Math.Max(0, Paid(facts, terms))).Select(n => first + n)
                    .Where(month => !(month < NotBefore) && !(month > NotAfter)).Select(month => month.ToString())]
                : [];
    }

    public sealed record OfTraining : ClaimRule
    {
        public override bool AsksTraining => true;

        public override IReadOnlyList<string> Periods(FactSet facts, Terms terms, ClaimAnswers answers) =>
            answers.TrainingNumber is { Length: > 0 } number ? [ClaimPeriod.Training(number)] : [];
    }
}

/// <summary>What a form asks beside a measure's facts, to know for when it is claimed.</summary>
/// <param name="TrainingNumber">The number the training is filed under.</param>
public readonly record struct ClaimAnswers(Month? FirstMonth = null, string? TrainingNumber = null);

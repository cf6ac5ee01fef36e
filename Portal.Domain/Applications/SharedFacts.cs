using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Domain.Applications;

/// <summary>Which facts of different measures mean the same, so that a form over several of them asks once.</summary>
public static class SharedFacts
{
    /// <summary>Names that mean the same wherever they are asked.</summary>
    /// <remarks>
    /// A name alone proves nothing: months already paid are those of one measure, a start is that of one training.
    /// A test holds that every name asked by two measures stands here or in <see cref="OfOneMeasure"/>.
    /// </remarks>
    private static readonly HashSet<string> Shared = [FlexibleSocialInsurance.PersonCategory.Name, StabilizationRefund.EnterpriseSize.Name];

    /// <summary>Names that several measures ask and each means its own by.</summary>
    public static readonly IReadOnlySet<string> OfOneMeasure = new HashSet<string>
    {
        // One asks for the work, the other for the pension insurance.
        FlexibleSocialInsurance.FlexiblyEmployed.Name,
        FlexibleSocialInsurance.MonthsAlreadyPaid.Name,
        ApprenticeshipTraining.StartedOn.Name,
    };

    public static bool MeanTheSame(Fact one, Fact other) =>
        one == other || Shared.Contains(one.Name) && one.Name == other.Name && one.Type == other.Type && one.Unit == other.Unit;

    /// <summary>What an answer to one fact says of another.</summary>
    /// <param name="text">As it was typed.</param>
    /// <returns>Canonical text that the other fact can read; null where the two differ in meaning, or the answer says nothing of the other.</returns>
    public static string? Translate(Fact from, string? text, Fact to)
    {
        if (!MeanTheSame(from, to) || TypedFacts.ReadOne(from, text) is not { } canonical || TypedFacts.ReadOne(to, canonical) is null) return null;
        // "None of these" of one list does not rule out what only the other list names.
        return from.Choices.FirstOrDefault(choice => choice.Code == canonical) is not { } chosen
            || chosen.Label == to.Choices.First(choice => choice.Code == canonical).Label && (!IsRest(chosen) || from.Choices.SequenceEqual(to.Choices))
            ? canonical : null;
    }

    /// <summary>What the answers to measures asked before tell of a measure's own facts, where it has no answer of its own.</summary>
    /// <param name="own">What was typed for the measure, by fact name.</param>
    /// <param name="before">The measures asked before it in the same form, with what was typed for each.</param>
    /// <returns>By fact name, as it would be typed.</returns>
    public static IReadOnlyDictionary<string, string> Told(
        Measure measure, IReadOnlyDictionary<string, string> own, IReadOnlyList<(Measure Measure, IReadOnlyDictionary<string, string> Answers)> before)
    {
        var told = new Dictionary<string, string>();
        foreach (var fact in measure.Application.AskedOnce(measure).Where(fact => string.IsNullOrWhiteSpace(own.GetValueOrDefault(fact.Name))))
            if (before.SelectMany(other => Says(other.Measure, other.Answers, fact)).FirstOrDefault() is { } text)
                told.Add(fact.Name, TypedFacts.Show(fact, text));
        return told;
    }

    private static IEnumerable<string> Says(Measure other, IReadOnlyDictionary<string, string> answers, Fact fact) =>
        from asked in other.Application.AskedOnce(other)
        let text = Translate(asked, answers.GetValueOrDefault(asked.Name), fact)
        where text is not null
        select text;

    private static bool IsRest(Choice choice) => choice.Code == FlexibleSocialInsurance.Other;
}

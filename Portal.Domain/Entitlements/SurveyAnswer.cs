using System.Globalization;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Entitlements;

/// <summary>How answers to a question are read, shown, and tried out.</summary>
public static class SurveyAnswer
{
    /// <summary>Between the choices of one answer.</summary>
    public const char Separator = '.';

    /// <returns>The canonical text of an answer as it was typed, or null where it is blank or cannot be read.</returns>
    public static string? Read(SurveyQuestion question, string? text) =>
        question.Form is { } form ? TypedFacts.ReadOne(form, text) : ReadSeveral(question, PlainText.Trim(text));

    /// <returns>An answer as a link holds it, which is canonical text, or null where nobody could have typed it.</returns>
    public static string? ReadCanonical(SurveyQuestion question, string text, DateOnly today) =>
        question.Form is not { } form ? ReadSeveral(question, text)
        : form.TryRead(text, out _) && TypedFacts.Fault(form, TypedFacts.Show(form, text), today) is null ? text : null;

    /// <returns>What to put right in an answer as it was typed, or null where it can be read.</returns>
    public static string? Fault(SurveyQuestion question, string? text, DateOnly today) => question.Form is { } form
        ? PlainText.Compact(text).Length == 0 ? TypedFacts.Explain(form) : TypedFacts.Fault(form, text, today)
        : text is not null && text.Split(Separator) is { Length: > 1 } codes && codes.Contains(SurveyQuestion.None) ? $"“{question.Label}”选了“都不是”，又选了别的，请只留一种。"
        : Read(question, text) is null ? $"“{question.Label}”请至少选一项；都不符合的，选“都不是”。" : null;

    /// <summary>What a person would type for an answer.</summary>
    /// <param name="answer">Canonical text.</param>
    public static string Typed(SurveyQuestion question, string answer) => question.Form is { } form ? TypedFacts.Show(form, answer) : answer;

    /// <summary>An answer in words.</summary>
    /// <param name="answer">Canonical text.</param>
    public static string Show(SurveyQuestion question, string answer) =>
        question.Form is { } form ? form.TryRead(answer, out var value) ? form.Show(value) : answer
        : answer == SurveyQuestion.None ? "都不是"
        : string.Join("、", answer.Split(Separator).Select(code => question.Choices.First(choice => choice.Code == code).Label));

    /// <summary>Answers that stand for all: every choice; of numbers and days the ends.</summary>
    internal static IReadOnlyList<string> Samples(SurveyQuestion question, DateOnly day) => question.Form?.Type switch
    {
        null => [SurveyQuestion.None, .. question.Choices.Select(choice => choice.Code), string.Join(Separator, question.Choices.Select(choice => choice.Code))],
        FactType.Count => ["0", Math.Min(120, ((CountFact)question.Form).AtMost).ToString(CultureInfo.InvariantCulture)],
        FactType.Money => ["0.00", "1000000.00"],
        FactType.Rate => ["0", "1"],
        FactType.Date => [IsoDate.Write(day.AddYears(-20)), IsoDate.Write(day)],
        FactType.Month => [IsoDate.Write(day.AddYears(-5))[..7], IsoDate.Write(day.AddYears(5))[..7]],
        _ => [.. question.Choices.Select(choice => choice.Code)],
    };

    private static string? ReadSeveral(SurveyQuestion question, string text)
    {
        if (text == SurveyQuestion.None) return text;
        var codes = text.Split(Separator);
        var chosen = question.Choices.Select(choice => choice.Code).Where(codes.Contains).ToArray();
        return codes.Distinct().Count() == chosen.Length ? string.Join(Separator, chosen) : null;
    }
}

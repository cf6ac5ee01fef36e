using Portal.Components.Rules;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply;

public enum StepKind
{
    Place,
    Facts,
    Period,
    People,
    Account,
    Papers,
    Check,
}

/// <summary>One page of the form: a handful of questions, as many as a phone shows without getting lost.</summary>
/// <param name="Key">In the address of the page.</param>
/// <param name="Prefix">Of the field ids of the measure it belongs to.</param>
/// <param name="Code">Of that measure; null for what is asked once for all.</param>
/// <param name="AsksPeriod">Whether the months, or the day the right began, are asked below the last facts.</param>
public sealed record FormStep(string Key, string Title, StepKind Kind, string? Code = null, string Prefix = "", IReadOnlyList<Fact>? Facts = null, bool AsksPeriod = false)
{
    /// <summary>A page each would only mean more pressing: a graduate pressed 21 times.</summary>
    private const int FactsAtOnce = 4;

    /// <summary>Whether the one question on the page stands for its title.</summary>
    public bool IsOneQuestion => Facts?.Count == 1 && !AsksPeriod;

    /// <summary>Whether a field stands on this page.</summary>
    public bool Holds(string fieldId) => Kind switch
    {
        StepKind.Place => fieldId == PlaceField.FieldId,
        StepKind.Facts => Facts!.Any(fact => FactField.IdFor(fact, Prefix) == fieldId) || AsksPeriod && IsOfPeriod(fieldId),
        StepKind.Period => IsOfPeriod(fieldId),
        StepKind.People => fieldId == FieldIds.People(Prefix) || fieldId.StartsWith(FieldIds.AnyPerson(Prefix), StringComparison.Ordinal),
        StepKind.Account => fieldId is FieldIds.Bank or FieldIds.Account or FieldIds.BankCode or FieldIds.AccountKind,
        StepKind.Papers => fieldId.StartsWith(FieldIds.AnyMaterial, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>All pages of a form, in order, whether they matter to this applicant or not.</summary>
    public static IReadOnlyList<FormStep> All(FormRules rules, DraftContent content)
    {
        var steps = new List<FormStep> { new("place", rules.Measures[0].PlaceLabel, StepKind.Place) };
        foreach (var measure in rules.Measures) steps.AddRange(Of(measure, content.PrefixOf(content.Measures.First(one => one.Code == measure.Code))));
        if (rules.Pays) steps.Add(new FormStep("account", "收款账户", StepKind.Account));
        return [.. steps, new FormStep("papers", "材料", StepKind.Papers), new FormStep("check", "核对并提交", StepKind.Check)];
    }

    private bool IsOfPeriod(string fieldId) =>
        fieldId == FieldIds.FirstMonth(Prefix) || fieldId == FieldIds.StartedOn(Prefix) || fieldId == FieldIds.Training(Prefix);

    private static IEnumerable<FormStep> Of(Measure measure, string prefix)
    {
        var shape = measure.Application;
        var facts = shape.AskedOnce(measure).ToArray();
        // Evenly: a page of four and one of a single question read worse than three and two.
        var pages = facts.Chunk(Math.Max(1, (facts.Length + Pages(facts.Length) - 1) / Pages(facts.Length))).ToArray();
        var isOfApplicant = shape.People is null && (shape.Claim.AsksFirstMonth || shape.Claim.StartLabel is not null);
        for (var at = 0; at < pages.Length; at++)
            yield return new FormStep(prefix + pages[at][0].Name, TitleOf(measure, pages[at]), StepKind.Facts, measure.Code, prefix, pages[at], isOfApplicant && at == pages.Length - 1);
        if (shape.Claim.AsksTraining)
            yield return new FormStep(prefix + "period", "培训备案号", StepKind.Period, measure.Code, prefix);
        if (shape.People is { } people)
            yield return new FormStep(prefix + "people", people.Title, StepKind.People, measure.Code, prefix);
    }

    private static int Pages(int facts) => Math.Max(1, (facts + FactsAtOnce - 1) / FactsAtOnce);

    private static string TitleOf(Measure measure, Fact[] facts) => facts switch
    {
        [var only] => only.Label,
        _ when measure.Audience == Audience.Firm => $"{measure.Name}：企业情况",
        [var first, var second] => $"{first.Label}、{second.Label}",
        _ => $"{facts[0].Label}、{facts[1].Label}等",
    };
}

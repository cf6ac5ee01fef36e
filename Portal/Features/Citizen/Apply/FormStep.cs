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

/// <summary>One page of the form: one thing for a person, a handful of numbers for whoever fills it in for a firm.</summary>
/// <param name="Key">In the address of the page.</param>
/// <param name="Prefix">Of the field ids of the measure it belongs to.</param>
/// <param name="Code">Of that measure; null for what is asked once for all.</param>
public sealed record FormStep(string Key, string Title, StepKind Kind, string? Code = null, string Prefix = "", IReadOnlyList<Fact>? Facts = null)
{
    /// <summary>A firm's numbers mostly come from one sheet, and a page each would only mean more pressing.</summary>
    private const int FirmFactsAtOnce = 4;

    /// <summary>Whether the one question on the page stands for its title.</summary>
    public bool IsOneQuestion => Facts?.Count == 1;

    /// <summary>Whether a field stands on this page.</summary>
    public bool Holds(string fieldId) => Kind switch
    {
        StepKind.Place => fieldId == PlaceField.FieldId,
        StepKind.Facts => Facts!.Any(fact => FactField.IdFor(fact, Prefix) == fieldId),
        StepKind.Period => fieldId == FieldIds.FirstMonth(Prefix) || fieldId == FieldIds.StartedOn(Prefix) || fieldId == FieldIds.Training(Prefix),
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

    private static IEnumerable<FormStep> Of(Measure measure, string prefix)
    {
        var (shape, isFirm) = (measure.Application, measure.Audience == Audience.Firm);
        foreach (var facts in shape.AskedOnce(measure).Chunk(isFirm ? FirmFactsAtOnce : 1))
            yield return new FormStep(prefix + facts[0].Name, facts.Length == 1 ? facts[0].Label : $"{measure.Name}：企业情况", StepKind.Facts, measure.Code, prefix, facts);
        if (shape.Claim.AsksTraining || (shape.Claim.AsksFirstMonth || shape.Claim.StartLabel is not null) && shape.People is null)
            yield return new FormStep(prefix + "period", shape.Claim.AsksTraining ? "培训备案号" : shape.Claim.StartLabel ?? "从哪个月开始", StepKind.Period, measure.Code, prefix);
        if (shape.People is { } people)
            yield return new FormStep(prefix + "people", people.Title, StepKind.People, measure.Code, prefix);
    }
}

using Portal.Components.Rules;
using Portal.Domain.Applications;
using Portal.Domain.Rules;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>What is wrong with the answers about facts, each beside its own field.</summary>
internal static class FactErrors
{
    public static void AddFault(this List<FormError> errors, Measure measure, string? fault)
    {
        if (fault is not null) errors.Add(new FormError(null, $"{measure.Name}：{fault}"));
    }

    public static void AddFaults(this List<FormError> errors, Measure measure, TypedFacts typed, string prefix) =>
        errors.AddRange(measure.Facts.Facts.Where(fact => typed.Faults.ContainsKey(fact.Name))
            .Select(fact => new FormError(FactField.IdFor(fact, prefix), typed.Faults[fact.Name]))
            .Concat(measure.Contradicted(typed.Facts).Select(check => new FormError(FactField.IdFor(check.Field, prefix), check.Text))));

    /// <summary>What is missing or stands against the months claimed (R17); nobody is asked for the months of what they are not entitled to.</summary>
    public static void AddClaimFault(
        this List<FormError> errors, Measure measure, FactSet facts, Terms terms, ClaimAnswers answers, Assessment? assessment, string prefix)
    {
        if (assessment?.Outcome == Outcome.Ineligible) return;
        var claim = measure.Application.Claim;
        if (claim.AsksFirstMonth && answers.FirstMonth is null) errors.Add(new FormError(FieldIds.FirstMonth(prefix), "请选择从哪个月开始申请。"));
        if (claim.StartLabel is { } start && answers.StartedOn is null) errors.Add(new FormError(FieldIds.StartedOn(prefix), $"请填写{start}，例如 2020-11-16。"));
        if (claim.Fault(facts, terms, answers) is not { } fault) return;
        errors.Add(new FormError((claim as ClaimOfMonths)?.FactOf(fault.Part) is { } fact ? FactField.IdFor(fact, prefix)
            : fault.Part == ClaimPart.Start ? FieldIds.StartedOn(prefix) : FieldIds.FirstMonth(prefix), fault.Text));
    }

    /// <summary>Names every fact still needed that has no error of its own yet.</summary>
    public static void AddMissing(this List<FormError> errors, Measure measure, Assessment? assessment, string prefix)
    {
        foreach (var fact in measure.Facts.Facts.Where(fact => assessment?.Missing.Contains(fact.Name) == true))
        {
            var id = FactField.IdFor(fact, prefix);
            if (errors.All(error => error.FieldId != id))
                errors.Add(new FormError(id, fact.Choices.Count > 0 ? $"请选择“{fact.Label}”。" : $"请填写“{fact.Label}”。"));
        }
    }
}

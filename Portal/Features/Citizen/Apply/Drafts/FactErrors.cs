using Portal.Components.Rules;
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
            .Select(fact => new FormError(FactField.IdFor(fact, prefix), typed.Faults[fact.Name])));

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

using Portal.Components.Rules;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply;

/// <summary>The way through a form as it is filled in so far: which pages matter, what is wrong where, and where to go on.</summary>
/// <param name="errors">All that stands against submitting, as far as the page knows; missing papers too.</param>
public sealed class FormNavigation(FormRules rules, DraftContent content, FormReading reading, IReadOnlyList<FormError> errors)
{
    private readonly IReadOnlyList<FormStep> _all = FormStep.All(rules, content);

    /// <summary>The pages that matter to this applicant, in order; the last is the check.</summary>
    public IReadOnlyList<FormStep> Steps => field ??= [.. _all.Where(Matters)];

    public FormStep Check => _all[^1];

    /// <summary>The page of a key; the first one that is not finished where the key is none or of a page that does not matter.</summary>
    public FormStep At(string? key) => Steps.FirstOrDefault(step => step.Key == key) ?? FirstUnfinished;

    public FormStep FirstUnfinished => Steps.FirstOrDefault(step => ErrorsOf(step).Any()) ?? Check;

    /// <summary>The next page on which something is to be told: what is known already is passed by, and looked over on the check page.</summary>
    public FormStep Next(FormStep step) =>
        _all.SkipWhile(other => other.Key != step.Key).Skip(1).Concat(_all.TakeWhile(other => other.Key != step.Key))
            .FirstOrDefault(other => Matters(other) && ErrorsOf(other).Any()) ?? Check;

    /// <summary>Null on the first page.</summary>
    public FormStep? Previous(FormStep step) => _all.TakeWhile(other => other.Key != step.Key).LastOrDefault(Matters);

    public int NumberOf(FormStep step) => 1 + Steps.TakeWhile(other => other.Key != step.Key).Count();

    /// <summary>Where an error is put right; the check page for what concerns the whole.</summary>
    public FormStep StepOf(FormError error) => error.FieldId is { } field ? _all.FirstOrDefault(step => step.Holds(field)) ?? Check : Check;

    public IEnumerable<FormError> ErrorsOf(FormStep step) => errors.Where(error => error.FieldId is { } field && step.Holds(field));

    private bool Matters(FormStep step)
    {
        if (step.Kind != StepKind.Facts || step.AsksPeriod) return true;
        var measure = reading.Measures.First(one => one.Measure.Code == step.Code);
        // What a measure before has been told is not asked again.
        var open = step.Facts!.Where(fact => !measure.Told.ContainsKey(fact.Name)).ToArray();
        // What is asked once for a list of people concerns whoever is on it.
        return measure.Measure.Application.People is not null
            ? open.Length > 0
            : open.Any(fact => Questions.Matters(fact, measure.Assessment, !string.IsNullOrEmpty(measure.Typed.Answers.GetValueOrDefault(fact.Name))));
    }
}

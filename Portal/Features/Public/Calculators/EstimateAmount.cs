using Portal.Casework.Rulebooks;
using Portal.Components.Rules;
using Portal.Domain.Calendar;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Public.Calculators;

public abstract record EstimateAnswer
{
    public sealed record Faulty(IReadOnlyList<FormError> Errors) : EstimateAnswer;

    /// <summary>An answer has brought another question, which the page has not asked yet.</summary>
    public sealed record NeedsMore(IReadOnlyList<string> Facts) : EstimateAnswer;

    public sealed record Estimated(Assessment Assessment, Region Place, DateOnly Day) : EstimateAnswer;
}

/// <summary>Works out what somebody would get. Conditions are left to the check; only those known to be unmet stand against an amount.</summary>
public sealed class EstimateAmount(RulebookSource rulebooks)
{
    public async Task<EstimateAnswer> HandleAsync(Calculator calculator, EstimateForm form, CancellationToken cancellation = default)
    {
        var measure = calculator.Measure;
        var read = TypedFacts.Read(measure.Facts, form.Facts.ToDictionary(typed => typed.Key, typed => typed.Value ?? ""), calculator.Today);
        var errors = new List<FormError>();
        var place = calculator.Regions.Find(form.Place ?? "");
        if (place is null) errors.Add(new FormError("place", "请选择地区：补贴标准各地不同。"));
        var day = DayOf(form, calculator.Today);
        if (day is null) errors.Add(new FormError("day", "请填写日期，例如 2020-11-16。"));
        errors.AddRange(measure.Facts.Facts.Where(fact => read.Faults.ContainsKey(fact.Name)).Select(fact => new FormError(FactField.IdFor(fact), read.Faults[fact.Name])));
        errors.AddRange(measure.Contradicted(read.Facts).Select(check => new FormError(FactField.IdFor(check.Field), check.Text)));
        if (errors.Count > 0) return new EstimateAnswer.Faulty([.. errors, .. Blanks(calculator.Questions.Where(fact => !fact.Optional && form.Text(fact.Name).Length == 0))]);

        try
        {
            var assessment = measure.Estimate(read.Facts, measure.TermsFor(await rulebooks.RulesAsync(cancellation), place!.Code, day!.Value));
            if (assessment.Outcome != Outcome.Incomplete) return new EstimateAnswer.Estimated(assessment, place, day.Value);
            var unanswered = Blanks(measure.Facts.Facts.Where(fact => assessment.Missing.Contains(fact.Name) && form.Asked.Contains(fact.Name))).ToList();
            return unanswered.Count > 0 ? new EstimateAnswer.Faulty(unanswered) : new EstimateAnswer.NeedsMore(assessment.Missing);
        }
        catch (CalendarYearMissingException missing)
        {
            return new EstimateAnswer.Faulty([new FormError(null, LiveAssessment.Explain(missing))]);
        }
        catch (OverflowException)
        {
            return new EstimateAnswer.Faulty([new FormError(null, "填写的数字太大，算不出来。请核对人数、月数和金额。")]);
        }
    }

    private static IEnumerable<FormError> Blanks(IEnumerable<Fact> facts) =>
        facts.Select(fact => new FormError(FactField.IdFor(fact), $"请{(fact.Choices.Count > 0 ? "选择" : "填写")}“{fact.Label}”。"));

    private static DateOnly? DayOf(EstimateForm form, DateOnly today)
    {
        var text = PlainText.Compact(form.Day);
        if (text.Length == 0) return today;
        return IsoDate.TryParse(text, out var day) ? day : null;
    }
}

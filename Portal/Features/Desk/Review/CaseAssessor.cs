using Portal.Casework.Rulebooks;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Desk.Review;

/// <summary>Assesses a case anew: with the values known today, but by the day the case was applied for.</summary>
/// <remarks>A city that sets its amount late helps those who are waiting for it (R8); nobody is judged by later rules.</remarks>
public sealed class CaseAssessor(RulebookSource rulebooks, MeasureCatalog catalog)
{
    public Measure MeasureOf(Case record) =>
        catalog.Find(record.MeasureCode) ?? throw new InvalidDataException($"Case {record.No} is of an unknown measure.");

    public async Task<Terms> TermsAsync(Case record, CancellationToken cancellation) =>
        MeasureOf(record).TermsFor(await rulebooks.RulesAsync(cancellation), record.RegionCode, record.AsOf);

    public static Assessment Assess(Case record, Terms terms) =>
        terms.Measure.Assess(CaseJson.ReadFacts(terms.Measure.Facts, record.FactsJson), terms);

    /// <summary>The promised date of a case whose term begins on a day.</summary>
    public async Task<DateOnly> PromiseFromAsync(Case record, DateOnly day, CancellationToken cancellation)
    {
        var rules = await rulebooks.RulesAsync(cancellation);
        return PromisedTerm.From(day, PaymentTerm.WorkingDays(rules, record.RegionCode, day), rules.Calendar);
    }

    /// <summary>How a work item about the case is called.</summary>
    public string TitleOf(Case record) => $"{record.ApplicantName}：{MeasureOf(record).Name}";
}

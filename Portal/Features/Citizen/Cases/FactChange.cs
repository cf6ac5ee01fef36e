using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Components.Rules;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Applications;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Citizen.Cases;

/// <summary>The facts a correction leaves a case with, assessed by the day of the application.</summary>
/// <remarks>A correction is no new application: who applied in time does not come too late by correcting.</remarks>
internal sealed record FactChange(Measure Measure, Terms Terms, FactSet Before, FactSet After, Assessment Assessment, IReadOnlyList<FormError> Faults)
{
    public bool ChangesAnything => Measure.Facts.Facts.Any(fact => Before.Text(fact) != After.Text(fact));

    /// <param name="today">The day that what has come to pass cannot lie after.</param>
    public static FactChange Read(Case record, Measure measure, Rulebook book, IReadOnlyDictionary<string, string>? typed, DateOnly today)
    {
        var before = CaseJson.ReadFacts(measure.Facts, record.FactsJson);
        var terms = measure.TermsFor(book, record.RegionCode, record.AsOf);
        // Where people are listed the facts are summed up from them and are not the applicant's to type.
        if (typed is null || measure.Application.People is not null) return new FactChange(measure, terms, before, before, measure.Assess(before, terms), []);
        var read = TypedFacts.Read(measure.Facts, typed, today);
        var assessment = measure.Assess(read.Facts, terms);
        var faults = measure.Facts.Facts.Where(fact => read.Faults.ContainsKey(fact.Name))
            .Select(fact => new FormError(FactField.IdFor(fact), read.Faults[fact.Name]))
            .Concat(measure.Facts.Facts.Where(fact => assessment.Missing.Contains(fact.Name) && !read.Faults.ContainsKey(fact.Name))
                .Select(fact => new FormError(FactField.IdFor(fact), $"“{fact.Label}”还没有填。")))
            .Concat(measure.Contradicted(read.Facts).Select(check => new FormError(FactField.IdFor(check.Field), check.Text)))
            .Concat(assessment.Outcome == Outcome.Eligible && measure.Application.Claim.Fault(read.Facts, terms, AnswersOf(record)) is { } fault
                ? [new FormError((measure.Application.Claim as ClaimOfMonths)?.FactOf(fault.Part) is { } claimed ? FactField.IdFor(claimed) : null, fault.Text)] : Array.Empty<FormError>());
        return new FactChange(measure, terms, before, read.Facts, assessment, [.. faults]);
    }

    public void Apply(PortalDbContext db, Case record, Actor actor, BusinessClock clock)
    {
        var changes = Measure.Facts.Facts.Where(fact => Before.Text(fact) != After.Text(fact))
            .Select(fact => $"{fact.Label}：{Before.Show(fact) ?? "（未填）"} → {After.Show(fact) ?? "（未填）"}").ToArray();
        if (changes.Length > 0) record.AddEvent(actor, clock, "更正信息", string.Join("；", changes));
        record.FactsJson = CaseJson.Write(After);
        record.AssessmentJson = CaseJson.Write(Assessment);
        record.Entitlement = Assessment.Amount;
        ClaimAnew(db, record);
    }

    /// <summary>The months the corrected facts would claim though other applications hold them (R12).</summary>
    public async Task<IReadOnlyList<FormError>> TwiceAsync(PortalDbContext db, Case record, MeasureCatalog catalog, CancellationToken cancellation)
    {
        var periods = Periods(record);
        if (periods.Count == 0) return [];
        var wanted = periods.Select(period => new ClaimedBenefit(Measure.Code, record.Claims[0].Subject, ClaimSpan.Read(period, record.AsOf), record.No));
        var found = await db.DoubleBenefitsAsync([.. wanted], cancellation);
        var field = Measure.Facts.Facts.FirstOrDefault(fact => Before.Text(fact) != After.Text(fact)) is { } changed ? FactField.IdFor(changed) : null;
        return [.. DoubleBenefits.Explain(found, catalog.NameOf).Select(reason => new FormError(field, reason.Text))];
    }

    // The months run on from the first one claimed; whatever the corrected number no longer covers is given up.
    private void ClaimAnew(PortalDbContext db, Case record)
    {
        var periods = Periods(record);
        if (periods.Count == 0) return;
        var subject = record.Claims[0].Subject;
        db.RemoveRange(record.Claims.Where(claim => !periods.Contains(claim.Period)));
        db.AddRange(periods.Where(period => record.Claims.All(claim => claim.Period != period))
            .Select(period => new BenefitClaim { CaseId = record.Id, MeasureCode = Measure.Code, Subject = subject, Period = period }));
    }

    private IReadOnlyList<string> Periods(Case record)
    {
        if (Measure.Application.People is not null || Assessment.Outcome != Outcome.Eligible || record.Claims.Count == 0) return [];
        return Measure.Application.Claim.Periods(After, Terms, AnswersOf(record));
    }

    private static ClaimAnswers AnswersOf(Case record) =>
        new(Month.TryParse(record.Claims.Min(claim => claim.Period), out var month) ? month : null, StartedOn: record.StartedOn);
}

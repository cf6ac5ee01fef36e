using Portal.Access;
using Portal.Components.Rules;
using Portal.Components.Ui;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Time;

namespace Portal.Features.Cases;

/// <summary>The facts a correction leaves a case with, assessed by the day of the application.</summary>
/// <remarks>A correction is no new application: who applied in time does not come too late by correcting.</remarks>
internal sealed record FactChange(Measure Measure, Terms Terms, FactSet Before, FactSet After, Assessment Assessment, IReadOnlyList<FormError> Faults)
{
    public bool ChangesAnything => Measure.Facts.Facts.Any(fact => Before.Text(fact) != After.Text(fact));

    public static FactChange Read(Case record, Measure measure, Rulebook book, IReadOnlyDictionary<string, string>? typed)
    {
        var before = CaseJson.ReadFacts(measure.Facts, record.FactsJson);
        var terms = measure.TermsFor(book, record.RegionCode, record.AsOf);
        // The facts of a hiring grant are summed up from its hires and are not the applicant's to type.
        if (typed is null || measure is HiringGrant) return new FactChange(measure, terms, before, before, measure.Assess(before, terms), []);
        var read = TypedFacts.Read(measure.Facts, typed);
        var assessment = measure.Assess(read.Facts, terms);
        var faults = measure.Facts.Facts.Where(fact => read.Faults.ContainsKey(fact.Name))
            .Select(fact => new FormError(FactField.IdFor(fact), read.Faults[fact.Name]))
            .Concat(measure.Facts.Facts.Where(fact => assessment.Missing.Contains(fact.Name) && !read.Faults.ContainsKey(fact.Name))
                .Select(fact => new FormError(FactField.IdFor(fact), $"“{fact.Label}”还没有填。")));
        return new FactChange(measure, terms, before, read.Facts, assessment, [.. faults]);
    }

    public void Apply(PortalDbContext db, Case record, Actor actor, BusinessClock clock)
    {
        var changes = Measure.Facts.Facts.Where(fact => Before.Text(fact) != After.Text(fact))
            .Select(fact => $"{fact.Label}：{Before.Show(fact) ?? "（未填）"} → {After.Show(fact) ?? "（未填）"}").ToArray();
        if (changes.Length > 0) record.Tell(actor, clock, "更正信息", string.Join("；", changes));
        record.FactsJson = CaseJson.Write(After);
        record.AssessmentJson = CaseJson.Write(Assessment);
        record.Entitlement = Assessment.Amount;
        ClaimAnew(db, record);
    }

    /// <summary>The months the corrected facts would claim though other applications hold them (R12).</summary>
    public async Task<IReadOnlyList<FormError>> TwiceAsync(PortalDbContext db, Case record, MeasureCatalog catalog, CancellationToken cancellation)
    {
        var wanted = Months(record).Select(month => new ClaimedBenefit(Measure.Code, record.Claims[0].Subject, ClaimSpan.Read(month, record.AsOf), record.No));
        var found = await db.DoubleBenefitsAsync([.. wanted], cancellation);
        var field = FactField.IdFor(FlexibleSocialInsurance.MonthsClaimed);
        return [.. DoubleBenefits.Explain(found, catalog.NameOf).Select(reason => new FormError(field, reason.Text))];
    }

    // The months run on from the first one claimed; whatever the corrected number no longer covers is given up.
    private void ClaimAnew(PortalDbContext db, Case record)
    {
        var months = Months(record);
        if (months.Length == 0) return;
        var subject = record.Claims[0].Subject;
        db.RemoveRange(record.Claims.Where(claim => !months.Contains(claim.Period)));
        db.AddRange(months.Where(month => record.Claims.All(claim => claim.Period != month))
            .Select(month => new BenefitClaim { CaseId = record.Id, MeasureCode = Measure.Code, Subject = subject, Period = month }));
    }

    private string[] Months(Case record) =>
        Measure is FlexibleSocialInsurance && Assessment.Outcome == Outcome.Eligible && record.Claims.Count > 0
        && ClaimPeriod.TryParseMonth(record.Claims.Min(claim => claim.Period), out var first)
            ? [.. ClaimPeriod.Months(first, FlexibleSocialInsurance.MonthsPaid(After, Terms))] : [];
}

using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Applications;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Casework.Cases;

/// <param name="Fact">What to look at again; null for the whole.</param>
public sealed record FactFault(Fact? Fact, string Text);

/// <summary>The facts that a correction, or what staff verified, leaves a case with; assessed by the day of the application.</summary>
/// <remarks>A correction is no new application: who applied in time does not come too late by correcting.</remarks>
public sealed record FactChange(Measure Measure, Terms Terms, FactSet Before, FactSet After, Assessment Assessment, IReadOnlyList<FactFault> Faults)
{
    /// <summary>What differs, in words.</summary>
    public string? Told => Differences(Measure.Facts.Facts, Before, After);

    /// <summary>What is asked once and can be changed; where people are listed the rest is each person's own.</summary>
    public static IReadOnlyList<Fact> AskedOf(Measure measure) => [.. measure.Application.AskedOnce(measure)];

    /// <param name="record">With its claims and people.</param>
    /// <param name="typed">By fact name; null leaves the facts as they are.</param>
    /// <param name="today">The day that what has come to pass cannot lie after.</param>
    public static FactChange Read(Case record, Measure measure, Rulebook book, IReadOnlyDictionary<string, string>? typed, DateOnly today)
    {
        var before = CaseJson.ReadFacts(measure.Facts, record.FactsJson);
        var terms = measure.TermsFor(book, record.RegionCode, record.AsOf);
        var asked = AskedOf(measure);
        if (typed is null || asked.Count == 0) return new FactChange(measure, terms, before, before, AssessWhole(record, terms, before), []);
        var read = TypedFacts.Read(measure.Facts, typed.Where(pair => asked.Any(fact => fact.Name == pair.Key)).ToDictionary(), today);
        var after = asked.Aggregate(before, (facts, fact) => read.Facts.Text(fact) is { } text && facts.TryWith(fact, text, out var changed) ? changed : facts.Without(fact));
        var assessment = AssessWhole(record, terms, after);
        var faults = asked.Where(fact => read.Faults.ContainsKey(fact.Name)).Select(fact => new FactFault(fact, read.Faults[fact.Name]))
            .Concat(asked.Where(fact => assessment.Missing.Contains(fact.Name) && !read.Faults.ContainsKey(fact.Name)).Select(fact => new FactFault(fact, $"“{fact.Label}”还没有填。")))
            .Concat(measure.Contradicted(after).Where(check => asked.Contains(check.Field)).Select(check => new FactFault(check.Field, check.Text)))
            .Concat(ClaimFaults(record, terms, after, assessment));
        return new FactChange(measure, terms, before, after, assessment, [.. faults]);
    }

    /// <summary>The corrected facts stand for the case from now on; the caller saves.</summary>
    /// <param name="record">With its claims and people.</param>
    /// <returns>Why it cannot be so; null when it was changed.</returns>
    public async Task<FactFault?> ApplyAsync(PortalDbContext db, Case record, MeasureCatalog catalog, DateOnly today, CancellationToken cancellation)
    {
        if (Measure.Application.People is not null)
            return await db.RecountAsync(record, Terms, After, catalog.NameOf, today, cancellation) is { } why ? new FactFault(null, why) : null;
        if (await TwiceAsync(db, record, catalog, cancellation) is { } twice) return twice;
        (record.FactsJson, record.AssessmentJson, record.Entitlement) = (CaseJson.Write(After), CaseJson.Write(Assessment), Assessment.Amount);
        ClaimAnew(db, record);
        return null;
    }

    /// <returns>Null when nothing differs.</returns>
    public static string? Differences(IEnumerable<Fact> facts, FactSet before, FactSet after)
    {
        var changed = facts.Where(fact => before.Text(fact) != after.Text(fact))
            .Select(fact => $"{fact.Label}：{before.Show(fact) ?? "（未填）"} → {after.Show(fact) ?? "（未填）"}").ToArray();
        return changed.Length == 0 ? null : string.Join("；", changed);
    }

    private static Assessment AssessWhole(Case record, Terms terms, FactSet facts) => terms.Measure.Application.People is null || record.People.Count == 0
        ? terms.Measure.Assess(facts, terms)
        : ListedPeople.Assess(terms.Measure, terms, facts, [.. record.People.OrderBy(person => person.Sequence).Select(person =>
            new ListedPerson(CaseJson.ReadFacts(terms.Measure.Facts, person.FactsJson), PersonFindings.RulesOut(person.Finding)))]).Whole;

    private static IEnumerable<FactFault> ClaimFaults(Case record, Terms terms, FactSet after, Assessment assessment) =>
        terms.Measure.Application.People is null && assessment.Outcome == Outcome.Eligible && terms.Measure.Application.Claim.Fault(after, terms, AnswersOf(record)) is { } fault
            ? [new FactFault((terms.Measure.Application.Claim as ClaimOfMonths)?.FactOf(fault.Part), fault.Text)] : [];

    /// <summary>The months the corrected facts would claim though other applications hold them (R12).</summary>
    private async Task<FactFault?> TwiceAsync(PortalDbContext db, Case record, MeasureCatalog catalog, CancellationToken cancellation)
    {
        var periods = Periods(record);
        if (periods.Count == 0) return null;
        var wanted = periods.Select(period => new ClaimedBenefit(Measure.Code, record.Claims[0].Subject, ClaimSpan.Read(period, record.AsOf), record.No));
        var found = DoubleBenefits.Explain(await db.DoubleBenefitsAsync([.. wanted], cancellation), catalog.NameOf);
        return found.Count == 0 ? null
            : new FactFault(Measure.Facts.Facts.FirstOrDefault(fact => Before.Text(fact) != After.Text(fact)), string.Join("", found.Select(reason => reason.Text)));
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

    private IReadOnlyList<string> Periods(Case record) =>
        Assessment.Outcome != Outcome.Eligible || record.Claims.Count == 0 ? [] : Measure.Application.Claim.Periods(After, Terms, AnswersOf(record));

    private static ClaimAnswers AnswersOf(Case record) =>
        new(Month.TryParse(record.Claims.Min(claim => claim.Period), out var month) ? month : null, StartedOn: record.StartedOn);
}

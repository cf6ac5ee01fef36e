using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Applications;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Casework.Cases;

/// <summary>Works a case out again after somebody has gone through its people: who is paid for, the sum, and which months are claimed.</summary>
public static class CasePeople
{
    public const string Splits = "改了以后，这些人的计算方法不再相同，不能留在同一件里。请把不同的人设为不符合或去掉，另外提交一件申请。";

    /// <param name="record">With its people.</param>
    /// <param name="facts">What is asked once.</param>
    /// <returns>Why it cannot be so, with what to do; null when the case was changed.</returns>
    public static async Task<string?> RecountAsync(
        this PortalDbContext db, Case record, Terms terms, FactSet facts, Func<string, string> nameOf, DateOnly today, CancellationToken cancellation)
    {
        var measure = terms.Measure;
        var people = record.People.OrderBy(person => person.Sequence).ToArray();
        var judged = ListedPeople.Assess(measure, terms, facts,
            [.. people.Select(person => new ListedPerson(CaseJson.ReadFacts(measure.Facts, person.FactsJson), PersonFindings.RulesOut(person.Finding)))]);
        if (judged.Splits) return Splits;
        for (var i = 0; i < people.Length; i++)
            (people[i].IsEligible, people[i].Reason) = judged.Members.Contains(i) ? (true, null) : (false, WhyNot(people[i], judged.Each[i]));
        (record.FactsJson, record.AssessmentJson) = (CaseJson.Write(judged.Facts), CaseJson.Write(judged.Whole));
        record.Entitlement = judged.Members.Count == 0 ? Money.Zero : judged.Whole.Amount;
        return await ClaimAsync(db, record, terms, people, nameOf, today, cancellation);
    }

    /// <summary>What was asked of a person beside the facts.</summary>
    public static ClaimAnswers AnswersOf(CasePerson person) => new(Month.TryParse(person.FirstMonth, out var month) ? month : null, StartedOn: person.StartedOn);

    private static string WhyNot(CasePerson person, Assessment assessment) =>
        PersonFindings.RulesOut(person.Finding) ? person.FindingNote ?? PersonFindings.ToChinese(person.Finding)
        : assessment.Outcome == Outcome.Incomplete ? "信息还不全。"
        : string.Join("", assessment.Unmet.Select(condition => $"不符合：{condition.Text}"));

    /// <summary>Each who is paid for holds the months their facts give, and nobody else holds any (R12).</summary>
    private static async Task<string?> ClaimAsync(
        PortalDbContext db, Case record, Terms terms, IReadOnlyList<CasePerson> people, Func<string, string> nameOf, DateOnly today, CancellationToken cancellation)
    {
        var all = (await db.BenefitClaims.IgnoreQueryFilters().Where(claim => claim.CaseId == record.Id).ToListAsync(cancellation)).ToLookup(claim => claim.Subject);
        var wanted = new List<BenefitClaim>();
        foreach (var person in people)
        {
            var own = all[person.ResidentId.Index].ToArray();
            var periods = person.IsEligible ? Periods(record, terms, person, own) : [];
            foreach (var claim in own.Where(claim => claim.GivenUpOn is null && !periods.Contains(claim.Period))) claim.GivenUpOn = today;
            foreach (var period in periods.Where(period => !own.Any(claim => claim.Period == period && claim.GivenUpOn is null)))
                wanted.Add(own.FirstOrDefault(claim => claim.Period == period)
                    ?? new BenefitClaim { CaseId = record.Id, MeasureCode = terms.Measure.Code, Subject = person.ResidentId.Index, Period = period });
        }

        var twice = await db.DoubleBenefitsAsync(
            [.. wanted.Select(claim => new ClaimedBenefit(claim.MeasureCode, claim.Subject, ClaimSpan.Read(claim.Period, record.AsOf), record.No))], cancellation);
        if (twice.Count > 0) return string.Join("", DoubleBenefits.Explain(twice, nameOf).Select(reason => reason.Text));
        foreach (var claim in wanted)
        {
            claim.GivenUpOn = null;
            if (db.Entry(claim).State == EntityState.Detached) db.Add(claim);
        }

        return null;
    }

    private static IReadOnlyList<string> Periods(Case record, Terms terms, CasePerson person, IReadOnlyList<BenefitClaim> own)
    {
        var measure = terms.Measure;
        // Which training it is was said once, and stands in what was claimed.
        if (measure.Application.Claim.AsksTraining) return [.. own.Select(claim => claim.Period).Distinct()];
        return measure.Application.Claim.Periods(
            CaseJson.ReadFacts(measure.Facts, record.FactsJson).Over(CaseJson.ReadFacts(measure.Facts, person.FactsJson)), terms, AnswersOf(person));
    }
}

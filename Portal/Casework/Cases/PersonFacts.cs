using Portal.Data.Cases;
using Portal.Domain.Rules;

namespace Portal.Casework.Cases;

/// <summary>What is typed anew of one person of a case.</summary>
/// <param name="Told">What differs from before, in words; null where nothing does.</param>
public sealed record PersonFacts(FactSet Before, FactSet After, string? Told, IReadOnlyList<FactFault> Faults)
{
    /// <param name="typed">By fact name; null leaves the facts as they are.</param>
    /// <param name="today">The day that what has come to pass cannot lie after.</param>
    public static PersonFacts Read(Case record, Measure measure, CasePerson person, IReadOnlyDictionary<string, string>? typed, DateOnly today)
    {
        var each = measure.Application.People?.Each ?? [];
        var before = CaseJson.ReadFacts(measure.Facts, person.FactsJson);
        if (typed is null || each.Count == 0) return new PersonFacts(before, before, null, []);
        var read = TypedFacts.Read(measure.Facts, typed.Where(pair => each.Any(fact => fact.Name == pair.Key)).ToDictionary(), today);
        var whole = CaseJson.ReadFacts(measure.Facts, record.FactsJson).Over(read.Facts);
        return new PersonFacts(before, read.Facts, FactChange.Differences(each, before, read.Facts),
        [
            .. each.Where(fact => read.Faults.ContainsKey(fact.Name)).Select(fact => new FactFault(fact, read.Faults[fact.Name])),
            .. measure.Contradicted(whole).Where(check => each.Contains(check.Field)).Select(check => new FactFault(check.Field, check.Text)),
        ]);
    }

    /// <summary>Staff found it so: what the applicant said stays beside it.</summary>
    public void Verify(CasePerson person)
    {
        var (said, now) = (person.SaidFactsJson ?? person.FactsJson, CaseJson.Write(After));
        (person.FactsJson, person.SaidFactsJson) = (now, said == now ? null : said);
    }

    /// <summary>The applicant says it anew.</summary>
    public void Correct(CasePerson person) => (person.FactsJson, person.SaidFactsJson) = (CaseJson.Write(After), null);
}

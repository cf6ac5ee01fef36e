using Portal.Data.Cases;
using Portal.Domain.Applications;
using Portal.Domain.Rules;

namespace Portal.Casework.Decisions;

/// <summary>Judges every person of a case again: the whole is only right if each of them was.</summary>
internal static class PeopleReplay
{
    public static IEnumerable<string> Compare(Measure measure, Terms terms, FactSet whole, IReadOnlyList<CasePerson> people)
    {
        var common = measure.Application.ToldOnce(measure).Aggregate(FactSet.Empty(measure.Facts), (facts, fact) =>
            whole.Text(fact) is { } text && facts.TryWith(fact, text, out var more) ? more : facts);
        var again = PeopleApplication.Assess(measure, terms, common, [.. people.Select(person => CaseJson.ReadFacts(measure.Facts, person.FactsJson))]);
        if (measure.Application.People!.IsEnrolment) yield break;
        for (var i = 0; i < people.Count; i++)
            if (people[i].IsEligible != (again.Each[i].Outcome == Outcome.Eligible))
                yield return $"第{people[i].Sequence}人是否符合";
        if (again.Groups.Count != 1 || CaseJson.Write(again.Groups[0].Facts) != CaseJson.Write(whole)) yield return "符合条件的人数";
    }
}

using Portal.Data.Cases;
using Portal.Domain.Applications;
using Portal.Domain.Rules;

namespace Portal.Casework.Decisions;

/// <summary>Judges every person of a decision again: the whole is only right if each of them was.</summary>
internal static class PeopleReplay
{
    public static IEnumerable<string> Compare(Measure measure, Terms terms, FactSet whole, IReadOnlyList<DecidedPerson> people)
    {
        if (measure.Application.People!.IsEnrolment) yield break;
        var again = ListedPeople.Assess(measure, terms, whole, [.. people.Select(person => new ListedPerson(FactSet.FromTexts(measure.Facts, person.Facts), person.IsRuledOut))]);
        for (var i = 0; i < people.Count; i++)
            if (people[i].IsEligible != again.Members.Contains(i))
                yield return $"第{people[i].Sequence}人是否符合";
        if (again.Splits || CaseJson.Write(again.Facts) != CaseJson.Write(whole)) yield return "符合条件的人数";
    }
}

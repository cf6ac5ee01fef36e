using Portal.Domain.Rules;

namespace Portal.Domain.Applications;

/// <param name="Facts">What was asked of this person.</param>
/// <param name="IsRuledOut">Whether nothing is paid for this person whatever the facts say.</param>
public readonly record struct ListedPerson(FactSet Facts, bool IsRuledOut);

/// <summary>The people of one case judged again, after staff or the applicant have gone through the list.</summary>
/// <param name="Each">The finding of the rule on each person, in their order.</param>
/// <param name="Members">Those it is paid for, by their place in the list.</param>
/// <param name="Facts">The facts of the whole, with how many they are.</param>
/// <param name="Splits">Whether those it is paid for differ in what the amount depends on, and so are no longer one case.</param>
public sealed record ListedPeople(IReadOnlyList<Assessment> Each, IReadOnlyList<int> Members, FactSet Facts, Assessment Whole, bool Splits)
{
    /// <param name="whole">The facts of the case; what is asked of each person or counted is taken from the people.</param>
    /// <param name="people">All the case lists, in their order.</param>
    /// <exception cref="ArgumentException">The measure names no people, or nobody is listed.</exception>
    public static ListedPeople Assess(Measure measure, Terms terms, FactSet whole, IReadOnlyList<ListedPerson> people)
    {
        if (measure.Application.People is not { } list) throw new ArgumentException($"{measure.Code} names no people.", nameof(measure));
        if (list.IsEnrolment)
            return OfEnrolment(measure.Assess(whole, terms), whole, people);
        var common = measure.Application.ToldOnce(measure).Aggregate(FactSet.Empty(measure.Facts), (facts, fact) =>
            whole.Text(fact) is { } text && facts.TryWith(fact, text, out var more) ? more : facts);
        var each = PeopleApplication.Assess(measure, terms, common, [.. people.Select(person => person.Facts)]).Each;
        var paid = Enumerable.Range(0, people.Count).Where(i => !people[i].IsRuledOut && each[i].Outcome == Outcome.Eligible).ToArray();
        if (paid.Length == 0)
        {
            var nobody = list.Count is null ? whole : whole.With(list.Count, 0);
            return new ListedPeople(each, paid, nobody, measure.Assess(nobody, terms), Splits: false);
        }

        var groups = PeopleApplication.Assess(measure, terms, common, [.. paid.Select(i => people[i].Facts)]).Groups;
        return new ListedPeople(each, paid, groups[0].Facts, groups[0].Whole, groups.Count > 1);
    }

    // Who is enrolled decides nothing; somebody taken off the list is simply no longer named.
    private static ListedPeople OfEnrolment(Assessment assessment, FactSet whole, IReadOnlyList<ListedPerson> people) =>
        new([.. people.Select(_ => assessment)], [.. Enumerable.Range(0, people.Count).Where(i => !people[i].IsRuledOut)], whole, assessment, Splits: false);
}

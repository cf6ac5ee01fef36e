using Portal.Domain.Rules;

namespace Portal.Domain.Applications;

/// <summary>One application for many people: each is judged alone, and what is paid is worked out for all who are alike.</summary>
/// <remarks>
/// An advance is rounded down once on the amount of a group (R4, R6), not once a person: otherwise splitting one
/// application into many would move fen from the first payment to the second.
/// </remarks>
public static class PeopleApplication
{
    /// <param name="common">What was asked once.</param>
    /// <param name="people">What was asked of each.</param>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    public static PeopleResult Assess(Measure measure, Terms terms, FactSet common, IReadOnlyList<FactSet> people)
    {
        if (measure.Application.People is not { } list) throw new ArgumentException($"{measure.Code} names no people.", nameof(measure));
        if (people.Count == 0) throw new ArgumentException("An application names at least one person.", nameof(people));
        if (list.IsEnrolment)
        {
            var named = measure.Assess(common, terms);
            return new PeopleResult([.. people.Select(_ => named)], [new PeopleGroup([.. Enumerable.Range(0, people.Count)], common, named)]);
        }

        var facts = people.Select(person => One(list, common.Over(person))).ToArray();
        var each = facts.Select(person => measure.Assess(person, terms)).ToArray();
        var groups = Enumerable.Range(0, people.Count).Where(i => each[i].Outcome == Outcome.Eligible)
            .GroupBy(i => list.Count is null ? $"{i}" : string.Join('|', list.Alike.Select(fact => facts[i].Text(fact))), StringComparer.Ordinal)
            .Select(group => Whole(measure, terms, list, facts, [.. group]));
        return new PeopleResult(each, [.. groups]);
    }

    // The amount depends on how many they are and on what they have alike, so the first speaks for all.
    private static PeopleGroup Whole(Measure measure, Terms terms, PeopleList list, FactSet[] facts, int[] members)
    {
        var whole = list.Count is null ? facts[members[0]] : facts[members[0]].With(list.Count, members.Length);
        return new PeopleGroup(members, whole, measure.Assess(whole, terms));
    }

    private static FactSet One(PeopleList list, FactSet person) => list.Count is null ? person : person.With(list.Count, 1);
}

/// <param name="Each">The finding on each person, in their order.</param>
/// <param name="Groups">Those who qualify, by what they have alike; empty when nobody does.</param>
public sealed record PeopleResult(IReadOnlyList<Assessment> Each, IReadOnlyList<PeopleGroup> Groups);

/// <param name="Members">By their place in the list.</param>
/// <param name="Facts">The facts the whole was assessed by, with how many they are.</param>
public sealed record PeopleGroup(IReadOnlyList<int> Members, FactSet Facts, Assessment Whole);

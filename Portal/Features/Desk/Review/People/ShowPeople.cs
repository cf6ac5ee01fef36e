using Portal.Access;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Applications;
using Portal.Domain.Cases;
using Portal.Domain.Rules;

namespace Portal.Features.Desk.Review.People;

/// <param name="Count">How many people of the list are so.</param>
public sealed record PeopleGroupOption(string Code, string Label, int Count);

/// <summary>The people of a case, as a reviewer goes through them.</summary>
/// <param name="Case">What else is known of the case, and what the actor may do on it.</param>
/// <param name="Shown">Those the filter shows.</param>
/// <param name="Groups">What they can be told apart by.</param>
public sealed record PeopleView(CaseView Case, IReadOnlyList<CasePerson> Shown, IReadOnlyList<PeopleGroupOption> Groups)
{
    public PeopleList List => Case.Measure.Application.People!;

    /// <summary>Whether the actor may find anything: the case is under review, and the actor may propose it.</summary>
    public bool MayExamine => Case.Record.State == CaseState.UnderReview && Case.Offered.Contains(CaseAction.ProposeApproval);

    /// <summary>The next place, after one, that nobody has looked at; null where none is left.</summary>
    public int? NextAfter(int place)
    {
        var open = Case.Record.People.Where(person => person.Finding == PersonFinding.Unexamined && person.Sequence != place).Select(person => person.Sequence).Order().ToArray();
        return open.Length == 0 ? null : open.FirstOrDefault(one => one > place, open[0]);
    }
}

public sealed class ShowPeople(ShowCase showCase, FieldVault vault)
{
    /// <summary>More values of one fact than this are no groups to choose from.</summary>
    private const int ValuesAtMost = 12;

    /// <returns>Null when there is no such case in the actor's place, or it names nobody.</returns>
    public async Task<PeopleView?> HandleAsync(Actor actor, string no, PeopleFilter filter, CancellationToken cancellation = default)
    {
        if (await showCase.HandleAsync(actor, no, cancellation) is not { Record.People.Count: > 0, Measure.Application.People: { } list } view) return null;
        var people = view.Record.People.OrderBy(person => person.Sequence).ToArray();
        var facts = people.Select(person => CaseJson.ReadFacts(view.Measure.Facts, person.FactsJson)).ToArray();
        return new PeopleView(view, filter.Choose(people, view.Measure, vault.IndexOf(filter)), [.. list.Each.SelectMany(fact => GroupsBy(fact, facts))]);
    }

    private static IEnumerable<PeopleGroupOption> GroupsBy(Fact fact, IReadOnlyList<FactSet> people)
    {
        var values = people.Where(facts => facts.Knows(fact)).GroupBy(facts => facts.Text(fact)!).ToArray();
        return values.Length is < 2 or > ValuesAtMost ? []
            : values.OrderByDescending(group => group.Count()).Select(group => new PeopleGroupOption($"{fact.Name}:{group.Key}", $"{fact.Label}：{group.First().Show(fact)}", group.Count()));
    }
}

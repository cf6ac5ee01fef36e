using Portal.Domain.Rules;

namespace Portal.Domain.Entitlements;

/// <summary>What answers say of one measure: usually one set of facts, several where someone is of several categories.</summary>
internal sealed class Readings(Measure measure, IReadOnlyList<SurveyQuestion> questions)
{
    // Last to first: what the questions of several measures say stands over what was asked in detail.
    private readonly (string Id, Link Link)[] _links =
    [
        .. from question in questions.Reverse()
           from link in question.Links
           where measure.Facts.Find(link.Fact.Name) == link.Fact
           select (question.Id, link),
    ];

    /// <summary>In the order of what yields more.</summary>
    public IReadOnlyList<FactSet> Of(IReadOnlyDictionary<string, string> answers)
    {
        List<FactSet> sets = [FactSet.Empty(measure.Facts)];
        foreach (var (id, link) in _links)
            if (answers.TryGetValue(id, out var answer) && link.Read(answer) is { Count: > 0 } texts)
                sets = [.. from set in sets from text in texts select With(set, link.Fact, text)];
        return sets;
    }

    /// <summary>The first that is not ruled out; where all are, the one that lacks least.</summary>
    public static FactSet Choose(Measure measure, Terms terms, IReadOnlyList<FactSet> readings) =>
        readings.Count == 1 ? readings[0]
        : readings.FirstOrDefault(facts => measure.DecideAhead(facts, terms).Outcome != Outcome.Ineligible)
            ?? readings.MinBy(facts => measure.Remedies(facts, terms).Count)!;

    /// <summary>The questions whose answer could tell a fact that is still missing.</summary>
    public HashSet<string> Asking(IReadOnlyList<string> missing) =>
        [.. _links.Where(entry => missing.Contains(entry.Link.Fact.Name)).Select(entry => entry.Id)];

    private static FactSet With(FactSet set, Fact fact, string text) =>
        set.TryWith(fact, text, out var changed) ? changed : throw new InvalidOperationException($"{fact.Name} cannot be {text}.");
}

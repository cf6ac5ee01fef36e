using Portal.Domain.Applications;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Entitlements;

/// <summary>A measure as the questionnaire sees it: what answers say of its facts, and what they come to.</summary>
internal sealed class SurveyedMeasure(Measure measure, Terms terms, IReadOnlyList<SurveyQuestion> questions)
{
    // Last to first: what the questions of several measures say stands over what was asked in detail.
    private readonly (string Id, Link Link)[] _links =
    [
        .. from question in questions.Reverse()
           from link in question.Links
           where measure.Facts.Find(link.Fact.Name) == link.Fact
           select (question.Id, link),
    ];

    public Measure Measure => measure;

    /// <summary>One set of facts; several, in the order of what yields more, where someone is of several categories.</summary>
    public IReadOnlyList<FactSet> Readings(IReadOnlyDictionary<string, string> answers)
    {
        List<FactSet> sets = [FactSet.Empty(measure.Facts)];
        foreach (var (id, link) in _links)
            if (answers.TryGetValue(id, out var answer) && link.Read(answer) is { Count: > 0 } texts)
                sets = [.. from set in sets from text in texts select With(set, link.Fact, text)];
        return sets;
    }

    /// <summary>The first reading that is not ruled out; where all are, the one that lacks least.</summary>
    public FactSet Choose(IReadOnlyList<FactSet> readings) =>
        readings.Count == 1 ? readings[0]
        : readings.FirstOrDefault(facts => measure.DecideAhead(facts, terms).Outcome != Outcome.Ineligible)
            ?? readings.MinBy(facts => measure.Remedies(facts, terms).Count)!;

    public Assessment Assess(FactSet facts) => measure.AssessAhead(facts, terms);

    public Money? Expect(FactSet facts) => measure.AmountAhead(facts, terms);

    public Outcome Decide(IReadOnlyDictionary<string, string> answers)
    {
        var outcome = Outcome.Ineligible;
        foreach (var facts in Readings(answers))
            if ((outcome = measure.DecideAhead(facts, terms).Outcome) != Outcome.Ineligible)
                break;
        return outcome;
    }

    public IReadOnlyList<Change> Changes(FactSet facts, IReadOnlyDictionary<string, string> answers) =>
        [.. measure.Remedies(facts, terms).Select(remedy => new Change(remedy, Gate(remedy.Fact, answers)))];

    /// <summary>What stands against a question's answer although it can be read: months that cannot be claimed, or what another answer contradicts.</summary>
    public string? Fault(SurveyQuestion question, IReadOnlyDictionary<string, string> answers)
    {
        if (question.Tells(measure).ToArray() is not { Length: > 0 } told) return null;
        var facts = Choose(Readings(answers));
        if (measure.Contradicted(facts).FirstOrDefault(check => told.Contains(check.Field)) is { } contradicted) return contradicted.Text;
        return measure.Application.Claim is ClaimOfMonths claim && claim.Fault(facts, terms, default) is { } fault
            && claim.FactOf(fault.Part) is { } fact && told.Contains(fact) ? fault.Text : null;
    }

    /// <summary>The questions whose answer could tell a fact that is still missing.</summary>
    public HashSet<string> Asking(IReadOnlyList<string> missing) =>
        [.. _links.Where(entry => missing.Contains(entry.Link.Fact.Name)).Select(entry => entry.Id)];

    /// <summary>Whether a question could tell a fact that no answer has told yet.</summary>
    public bool MayAsk(SurveyQuestion question, IReadOnlyDictionary<string, string> answers)
    {
        var readings = Readings(answers);
        return _links.Any(entry => entry.Id == question.Id && readings.Any(facts => !facts.Knows(entry.Link.Fact)));
    }

    /// <summary>The nearest answers to a question that the measure would not refuse.</summary>
    public IEnumerable<string> Bounds(SurveyQuestion question, IReadOnlyDictionary<string, string> answers)
    {
        var told = question.Tells(measure).ToArray();
        return measure.Remedies(Choose(Readings(answers)), terms)
            .Where(remedy => told.Contains(remedy.Fact) && remedy.Fact.Type == question.Form!.Type)
            .Select(remedy => remedy.Values[0]);
    }

    private Choice? Gate(Fact fact, IReadOnlyDictionary<string, string> answers) =>
        _links.FirstOrDefault(entry => entry.Link.Fact == fact && entry.Link.Gate is not null
            && answers.TryGetValue(entry.Id, out var answer) && entry.Link.Read(answer).Count > 0).Link?.Gate;

    private static FactSet With(FactSet set, Fact fact, string text) =>
        set.TryWith(fact, text, out var changed) ? changed : throw new InvalidOperationException($"{fact.Name} cannot be {text}.");
}

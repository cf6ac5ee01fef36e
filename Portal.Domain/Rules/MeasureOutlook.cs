using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>What would change an answer, and answers for days to come.</summary>
public abstract partial class Measure
{
    /// <summary>As <see cref="Assess(FactSet, Terms)"/> without deadlines: for days whose holidays nobody may have published yet.</summary>
    public Assessment AssessAhead(FactSet facts, Terms terms) => Assess(facts, terms, planning: false);

    /// <summary>As <see cref="Decide(FactSet, Terms)"/> without deadlines.</summary>
    public Decision DecideAhead(FactSet facts, Terms terms) => Decide(facts, terms, planning: false);

    /// <summary>What the known facts come to should every open condition turn out met; null where the amount needs more.</summary>
    public Money? AmountAhead(FactSet facts, Terms terms)
    {
        if (!terms.IsOffered) return null;
        var calculation = CalculateAhead(facts, terms);
        return calculation.HasFacts ? calculation.Amount : null;
    }

    private Calculation CalculateAhead(FactSet facts, Terms terms)
    {
        var calculation = new Calculation(facts, terms, explain: false, planning: false);
        Compute(ref calculation);
        return calculation;
    }

    /// <summary>
    /// The fewest changes of facts after which nothing is unmet any more. Empty where nothing is unmet, and where
    /// no answer would help: the measure is not offered, or the place's values leave no room.
    /// </summary>
    public IReadOnlyList<Remedy> Remedies(FactSet facts, Terms terms)
    {
        if (!terms.IsOffered) return [];
        var told = new Dictionary<Fact, Remedy>();
        // What mends one requirement may break another that reads the same fact, so it is looked at again.
        for (var round = 0; round <= Facts.Facts.Count; round++)
        {
            var unmet = Requirements.FirstOrDefault(requirement => RemedySearch.IsUnmet(requirement, facts, terms));
            if (unmet is null) return [.. told.Values.OrderBy(remedy => remedy.Fact.Slot)];
            if (RemedySearch.Of(unmet, facts, terms) is not { } changes) return [];
            foreach (var change in changes)
            {
                told[change.Fact] = change;
                facts.TryWith(change.Fact, change.Values[0], out facts);
            }
        }

        return [];
    }
}

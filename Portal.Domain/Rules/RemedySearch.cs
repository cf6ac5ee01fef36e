namespace Portal.Domain.Rules;

/// <summary>Finds the fewest changes of facts after which a condition is no longer unmet.</summary>
internal static class RemedySearch
{
    /// <returns>The changes; none where nothing is unmet; null where no change helps.</returns>
    public static IReadOnlyList<Remedy>? Of(Condition condition, FactSet facts, Terms terms)
    {
        if (!IsUnmet(condition, facts, terms)) return [];
        return condition switch
        {
            Question question => One(question.Nearest(facts, terms)),
            PairQuestion pair => One(pair.Nearest(facts, terms)),
            AllOf all => Together([.. all.Conditions.Select(part => Of(part, facts, terms))]),
            AnyOf any => Fewest([.. any.Conditions.Select(part => Of(part, facts, terms)).OfType<IReadOnlyList<Remedy>>()]),
            _ => throw new NotSupportedException(condition.GetType().Name),
        };
    }

    public static bool IsUnmet(Condition condition, FactSet facts, Terms terms)
    {
        ulong ignored = 0;
        return condition.Evaluate(facts, terms, ref ignored) == Truth.Unmet;
    }

    private static Remedy[]? One(Remedy? remedy) => remedy is null ? null : [remedy];

    private static Remedy[]? Together(IReadOnlyList<Remedy>?[] parts) =>
        parts.Contains(null) ? null : [.. parts.SelectMany(part => part!).DistinctBy(remedy => remedy.Fact)];

    /// <summary>The way with the fewest changes; where several choices of one fact would each do alone, all of them are told.</summary>
    private static IReadOnlyList<Remedy>? Fewest(IReadOnlyList<Remedy>[] ways)
    {
        if (ways.Length == 0) return null;
        var fewest = ways.MinBy(way => way.Count)!;
        if (fewest is not [{ Bound: Bound.OneOf } first]) return fewest;
        var values = ways.Where(way => way is [{ Bound: Bound.OneOf } other] && other.Fact == first.Fact).SelectMany(way => way[0].Values);
        return [first with { Values = [.. values.Distinct()] }];
    }
}

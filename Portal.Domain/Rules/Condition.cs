namespace Portal.Domain.Rules;

/// <summary>A condition of a measure, with the clause it comes from and a sentence people can read.</summary>
public abstract record Condition
{
    public string Id { get; init; } = "";

    /// <summary>The clause of the notice, in Chinese numerals.</summary>
    public string Clause { get; init; } = "";

    internal Func<Terms, string> Sentence { get; init; } = _ => "";

    public virtual IReadOnlyList<Condition> Parts => [];

    /// <summary>Decides by what is known, noting in <paramref name="missing"/> the facts that could still decide it.</summary>
    internal abstract Truth Evaluate(FactSet facts, Terms terms, ref ulong missing);

    /// <summary>Gives the condition its name, clause and sentence; {0}, {1}… stand for the parameters shown.</summary>
    public Condition Cite(string id, string clause, string sentence, params Parameters.Parameter[] shown) => this with
    {
        Id = id,
        Clause = clause,
        Sentence = shown.Length == 0 ? _ => sentence
            : terms => string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, [.. shown.Select(parameter => terms.Show(parameter))]),
    };
}

/// <summary>A question put to a single fact; unknown while the fact is.</summary>
/// <param name="Nearest">The nearest answer that holds, or null where none does.</param>
internal sealed record Question(Fact Fact, Func<FactSet, Terms, bool> Holds, Func<FactSet, Terms, Remedy?> Nearest) : Condition
{
    internal override Truth Evaluate(FactSet facts, Terms terms, ref ulong missing)
    {
        if (facts.Knows(Fact)) return Holds(facts, terms) ? Truth.Met : Truth.Unmet;
        missing |= Fact.Bit;
        return Truth.Unknown;
    }
}

/// <summary>A question put to two facts together; unknown while either is.</summary>
/// <param name="Nearest">The nearest answer to one of them that holds, or null where none does.</param>
internal sealed record PairQuestion(Fact First, Fact Second, Func<FactSet, Terms, bool> Holds, Func<FactSet, Terms, Remedy?> Nearest) : Condition
{
    internal override Truth Evaluate(FactSet facts, Terms terms, ref ulong missing)
    {
        var open = (facts.Knows(First) ? 0 : First.Bit) | (facts.Knows(Second) ? 0 : Second.Bit);
        missing |= open;
        return open != 0 ? Truth.Unknown : Holds(facts, terms) ? Truth.Met : Truth.Unmet;
    }
}

/// <summary>Unmet when any part is unmet, met when all are met, else unknown (R10).</summary>
internal sealed record AllOf(Condition[] Conditions) : Condition
{
    public override IReadOnlyList<Condition> Parts => Conditions;

    internal override Truth Evaluate(FactSet facts, Terms terms, ref ulong missing)
    {
        ulong open = 0;
        var result = Truth.Met;
        foreach (var condition in Conditions)
        {
            var truth = condition.Evaluate(facts, terms, ref open);
            if (truth == Truth.Unmet) return Truth.Unmet;
            if (truth == Truth.Unknown) result = Truth.Unknown;
        }

        missing |= open;
        return result;
    }
}

/// <summary>Met when any part is met, unmet when all are unmet, else unknown (R10).</summary>
internal sealed record AnyOf(Condition[] Conditions) : Condition
{
    public override IReadOnlyList<Condition> Parts => Conditions;

    internal override Truth Evaluate(FactSet facts, Terms terms, ref ulong missing)
    {
        ulong open = 0;
        var result = Truth.Unmet;
        foreach (var condition in Conditions)
        {
            var truth = condition.Evaluate(facts, terms, ref open);
            if (truth == Truth.Met) return Truth.Met;
            if (truth == Truth.Unknown) result = Truth.Unknown;
        }

        missing |= open;
        return result;
    }
}

using Portal.Domain.Parameters;
using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>Answers as people typed them, read into facts; what cannot be read stays unknown and is told.</summary>
/// <param name="Faults">What to put right, by the name of the fact.</param>
public sealed record TypedFacts(FactSet Facts, IReadOnlyDictionary<string, string> Faults)
{
    /// <param name="typed">Text by fact name; a blank text is an unknown fact, names the list does not hold are passed over.</param>
    public static TypedFacts Read(FactList list, IReadOnlyDictionary<string, string> typed)
    {
        var facts = FactSet.Empty(list);
        var faults = new Dictionary<string, string>();
        foreach (var fact in list.Facts)
        {
            if (!typed.TryGetValue(fact.Name, out var text)) continue;
            if (Fault(fact, text) is { } fault) faults.Add(fact.Name, fault);
            else facts.TryWith(fact, Canonical(fact, text), out facts);
        }

        return new TypedFacts(facts, faults);
    }

    /// <returns>What to put right in a text, or null when it can be read or is blank.</returns>
    public static string? Fault(Fact fact, string? text)
    {
        var canonical = Canonical(fact, text);
        return canonical.Length == 0 || fact.TryRead(canonical, out _) ? null : fact.Explain;
    }

    /// <returns>The canonical text of what was typed for a fact, or null where it is blank or cannot be read.</returns>
    public static string? ReadOne(Fact fact, string? text) => fact.TryRead(Canonical(fact, text), out var value) ? fact.Write(value) : null;

    /// <summary>Takes off what people add for their own eyes: blanks, full-width digits, thousands separators, the unit.</summary>
    private static string Canonical(Fact fact, string? text)
    {
        var compact = PlainText.Compact(text);
        if (fact.Type is FactType.Count or FactType.Money) compact = compact.Replace(",", "", StringComparison.Ordinal);
        if (fact.Unit.Length > 0 && compact.EndsWith(fact.Unit, StringComparison.Ordinal)) compact = compact[..^fact.Unit.Length];
        // Contracts state a rate in per cent, and that is how people copy it.
        if (fact.Type == FactType.Rate && compact.EndsWith('%') && TypedValue.Share(compact) is { } rate) return rate.ToString();
        return compact;
    }
}

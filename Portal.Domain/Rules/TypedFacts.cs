using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>Answers as people typed them, read into facts; what cannot be read, or cannot be so, stays unknown and is told.</summary>
/// <param name="Faults">What to put right, by the name of the fact.</param>
public sealed record TypedFacts(FactSet Facts, IReadOnlyDictionary<string, string> Faults)
{
    /// <param name="typed">Text by fact name; a blank text is an unknown fact, names the list does not hold are passed over.</param>
    /// <param name="today">The day that what has come to pass cannot lie after.</param>
    public static TypedFacts Read(FactList list, IReadOnlyDictionary<string, string> typed, DateOnly today)
    {
        var facts = FactSet.Empty(list);
        var faults = new Dictionary<string, string>();
        foreach (var fact in list.Facts)
        {
            if (!typed.TryGetValue(fact.Name, out var text)) continue;
            if (Fault(fact, text, today) is { } fault) faults.Add(fact.Name, fault);
            else if (ReadOne(fact, text) is { } canonical) facts.TryWith(fact, canonical, out facts);
        }

        return new TypedFacts(facts, faults);
    }

    /// <returns>What to put right in a text, or null when it can be read or is blank.</returns>
    public static string? Fault(Fact fact, string? text, DateOnly today)
    {
        var bare = Bare(fact, text);
        return bare.Length == 0 ? null : fact.TryReadTyped(bare, out var value) ? fact.Doubt(bare, value, today) : fact.ExplainTyped;
    }

    /// <summary>What a person is to type, naming the field.</summary>
    public static string Explain(Fact fact) => fact.ExplainTyped;

    /// <returns>The canonical text of what was typed for a fact, or null where it is blank or cannot be read.</returns>
    public static string? ReadOne(Fact fact, string? text) =>
        Bare(fact, text) is { Length: > 0 } bare && fact.TryReadTyped(bare, out var value) ? fact.Write(value) : null;

    /// <summary>What a person would type for a canonical text; the text itself where it cannot be read.</summary>
    public static string Show(Fact fact, string canonical) => fact.TryRead(canonical, out var value) ? fact.WriteTyped(value) : canonical;

    /// <summary>All known facts by name, as a person would type them.</summary>
    public static IReadOnlyDictionary<string, string> Of(FactSet facts) => facts.Known.ToDictionary(fact => fact.Name, fact => fact.WriteTyped(facts.ValueOf(fact)));

    /// <summary>Takes off what people add for their own eyes: blanks, full-width digits, thousands separators, the unit.</summary>
    private static string Bare(Fact fact, string? text)
    {
        var compact = PlainText.Compact(text);
        if (fact.Type is FactType.Count or FactType.Money) compact = compact.Replace(",", "", StringComparison.Ordinal);
        return fact.Unit.Length > 0 && compact.EndsWith(fact.Unit, StringComparison.Ordinal) ? compact[..^fact.Unit.Length] : compact;
    }
}

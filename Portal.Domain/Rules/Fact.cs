namespace Portal.Domain.Rules;

public enum FactType
{
    Count,
    Money,
    Rate,
    YesNo,
    Choice,
    Date,
    Month,
}

/// <summary>For how long an answer may be put before somebody again instead of being asked anew (一证通办).</summary>
public enum FactReuse
{
    /// <summary>A declaration of the moment, or what one application, loan or training is about.</summary>
    AskedAnew,

    /// <summary>Stays as it is until the person says otherwise.</summary>
    Lasting,

    /// <summary>Counted for the year before, and so holds for the rest of a year.</summary>
    OfTheYear,
}

/// <summary>One allowed answer: the code rules and the interface use, and the words people see.</summary>
public sealed record Choice(string Code, string Label);

/// <summary>A fact a measure asks for, with everything a form, a schema or an explanation needs to know of it.</summary>
public abstract class Fact
{
    private protected Fact(FactType type, FactList list, string name, string label, string unit, string help)
    {
        (Type, Name, Label, Unit, Help) = (type, name, label, unit, help);
        Slot = list.Add(this);
    }

    public FactType Type { get; }

    /// <summary>The name in the assessment contract, camelCase.</summary>
    public string Name { get; }

    public string Label { get; }

    /// <summary>How a person is asked for it; the label names it everywhere else.</summary>
    public virtual string Question => Label;

    public string Unit { get; }

    public string Help { get; }

    /// <summary>An optional fact refines the answer when told and is never missing.</summary>
    public bool Optional { get; init; }

    public FactReuse Reuse { get; init; }

    public virtual IReadOnlyList<Choice> Choices => [];

    internal int Slot { get; }

    internal ulong Bit => 1UL << Slot;

    /// <summary>Reads the canonical text of a value: <c>12</c>, <c>4321.55</c>, <c>true</c>, <c>graduate</c>, <c>2020-11-16</c>.</summary>
    internal abstract bool TryRead(string text, out FactValue value);

    /// <summary>The canonical text, such that reading it gives the same value.</summary>
    internal abstract string Write(FactValue value);

    internal abstract string Show(FactValue value);

    /// <summary>What a program is to put right, naming the field.</summary>
    public abstract string Explain { get; }

    /// <summary>What stands beside the box that a person types into.</summary>
    public virtual string TypedUnit => Unit;

    /// <summary>The bounds of what may be typed, as a sentence beside the field; empty where there is nothing to say.</summary>
    public virtual string Bounds => "";

    /// <summary>What a person is to put right, naming the field.</summary>
    internal virtual string ExplainTyped => Explain;

    /// <summary>Reads what a person typed, without blanks, separators and unit.</summary>
    internal virtual bool TryReadTyped(string text, out FactValue value) => TryRead(text, out value);

    /// <summary>What a person would type for a value.</summary>
    internal virtual string WriteTyped(FactValue value) => Write(value);

    /// <summary>What stands against a value that can be read but that no life has (ruling R18); null where nothing does.</summary>
    /// <param name="text">As it was read.</param>
    internal virtual string? Doubt(string text, FactValue value, DateOnly today) => null;
}

using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>A known value in the smallest common form, so that reading one allocates nothing.</summary>
/// <param name="B">The denominator of a rate, else 1; 0 while the fact is unknown.</param>
internal readonly record struct FactValue(long A, long B)
{
    public bool Known => B != 0;

    public static FactValue Of(long a, long b = 1) => new(a, b);

    public static FactValue Of(CountFact fact, int? count) => count is not { } value ? default
        : value is >= 0 and <= CountFact.Max ? Of(value) : throw new ArgumentOutOfRangeException(nameof(count), fact.Name);

    public static FactValue Of(Money? money) => money is { } value ? Of(value.Fen) : default;

    public static FactValue Of(Rate? rate) => rate is { } value ? Of(value.Numerator, value.Denominator) : default;

    public static FactValue Of(bool? answer) => answer is { } value ? Of(value ? 1 : 0) : default;

    public static FactValue Of(ChoiceFact fact, string? code) => code is null ? default
        : fact.IndexOf(code) is var index && index >= 0 ? Of(index) : throw new ArgumentException($"{fact.Name} has no choice {code}.", nameof(code));
}

/// <summary>The facts a measure declares, in order of declaration; forms ask them in this order.</summary>
public sealed class FactList
{
    private readonly List<Fact> _facts = [];

    public IReadOnlyList<Fact> Facts => _facts;

    public Fact? Find(string name) => _facts.Find(fact => fact.Name == name);

    internal int Add(Fact fact)
    {
        // Missing facts are gathered in the bits of one word.
        if (_facts.Count == 64) throw new InvalidOperationException("A measure declares 64 facts at most.");
        _facts.Add(fact);
        return _facts.Count - 1;
    }
}

/// <summary>What is known of one applicant for one measure. Immutable; an absent fact is unknown, not false or zero.</summary>
public sealed class FactSet
{
    private readonly FactList _list;
    private readonly FactValue[] _values;

    internal FactSet(FactList list, FactValue[] values) => (_list, _values) = (list, values);

    public static FactSet Empty(FactList list) => new(list, new FactValue[list.Facts.Count]);

    public IReadOnlyList<Fact> Declared => _list.Facts;

    public IEnumerable<Fact> Known => _list.Facts.Where(Knows);

    public bool Knows(Fact fact) => ValueOf(fact).Known;

    public int? this[CountFact fact] => ValueOf(fact) is { Known: true } value ? (int)value.A : null;

    public Money? this[MoneyFact fact] => ValueOf(fact) is { Known: true } value ? new Money(value.A) : null;

    public Rate? this[RateFact fact] => ValueOf(fact) is { Known: true } value ? Rate.Of(value.A, value.B) : null;

    public bool? this[YesNoFact fact] => ValueOf(fact) is { Known: true } value ? value.A == 1 : null;

    public string? this[ChoiceFact fact] => ValueOf(fact) is { Known: true } value ? fact.Choices[(int)value.A].Code : null;

    public DateOnly? this[DateFact fact] => ValueOf(fact) is { Known: true } value ? DateOnly.FromDayNumber((int)value.A) : null;

    public Month? this[MonthFact fact] => ValueOf(fact) is { Known: true } value ? new Month((int)value.A) : null;

    public FactSet With(CountFact fact, int? count) => Set(fact, FactValue.Of(fact, count));

    public FactSet With(MoneyFact fact, Money? money) => Set(fact, FactValue.Of(money));

    /// <exception cref="ArgumentOutOfRangeException">More than 1 (ruling R18).</exception>
    public FactSet With(RateFact fact, Rate? rate) =>
        rate > Rate.One ? throw new ArgumentOutOfRangeException(nameof(rate), fact.Name) : Set(fact, FactValue.Of(rate));

    public FactSet With(YesNoFact fact, bool? answer) => Set(fact, FactValue.Of(answer));

    public FactSet With(DateFact fact, DateOnly? day) => Set(fact, day is { } value ? FactValue.Of(value.DayNumber) : default);

    public FactSet With(MonthFact fact, Month? month) => Set(fact, month is { } value ? FactValue.Of(value.Index) : default);

    /// <exception cref="ArgumentException">The code is none of the fact's choices.</exception>
    public FactSet With(ChoiceFact fact, string? code) => Set(fact, FactValue.Of(fact, code));

    /// <summary>These facts with what another set knows put over them.</summary>
    public FactSet Over(FactSet other)
    {
        var values = (FactValue[])_values.Clone();
        foreach (var fact in other.Known) values[fact.Slot] = other.ValueOf(fact);
        return new FactSet(_list, values);
    }

    public FactSet Without(Fact fact) => Set(fact, default);

    /// <summary>Whether any known fact grows with the months.</summary>
    public bool Grows => Known.Any(fact => fact is CountFact { GrowsMonthly: true });

    /// <summary>The same facts so many full months later, if nothing else changes.</summary>
    public FactSet After(int months)
    {
        var later = this;
        if (months > 0)
            foreach (var fact in _list.Facts.OfType<CountFact>().Where(fact => fact.GrowsMonthly && Knows(fact)))
                later = later.With(fact, Math.Min(this[fact]!.Value + months, CountFact.Max));
        return later;
    }

    /// <summary>Sets a fact from its canonical text; false leaves the set as it was.</summary>
    public bool TryWith(Fact fact, string text, out FactSet changed)
    {
        var read = fact.TryRead(text, out var value);
        changed = read ? Set(fact, value) : this;
        return read;
    }

    /// <summary>The canonical text of a known fact, else null.</summary>
    public string? Text(Fact fact) => ValueOf(fact) is { Known: true } value ? fact.Write(value) : null;

    /// <summary>A known fact in words for people, else null.</summary>
    public string? Show(Fact fact) => ValueOf(fact) is { Known: true } value ? fact.Show(value) : null;

    /// <summary>All known facts by name in canonical text: the form in which they are stored.</summary>
    public IReadOnlyDictionary<string, string> ToTexts() => Known.ToDictionary(fact => fact.Name, fact => Text(fact)!);

    /// <summary>Rebuilds a set from its stored form; names or texts that no longer fit are left out.</summary>
    public static FactSet FromTexts(FactList list, IReadOnlyDictionary<string, string> texts)
    {
        var set = Empty(list);
        foreach (var (name, text) in texts)
            if (list.Find(name) is { } fact)
                set.TryWith(fact, text, out set);
        return set;
    }

    internal FactValue ValueOf(Fact fact) => _values[fact.Slot];

    private FactSet Set(Fact fact, FactValue value)
    {
        var values = (FactValue[])_values.Clone();
        values[fact.Slot] = value;
        return new FactSet(_list, values);
    }
}

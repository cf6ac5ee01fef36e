using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>Gathers the facts of one applicant and hands them over as a set: a roster's row costs one array, not one a fact.</summary>
public readonly ref struct FactSheet(FactList list)
{
    private readonly FactValue[] _values = new FactValue[list.Facts.Count];

    public void Put(CountFact fact, int? count) => _values[fact.Slot] = FactValue.Of(fact, count);

    public void Put(MoneyFact fact, Money? money) => _values[fact.Slot] = FactValue.Of(money);

    public void Put(RateFact fact, Rate? rate) => _values[fact.Slot] = FactValue.Of(rate);

    public void Put(YesNoFact fact, bool? answer) => _values[fact.Slot] = FactValue.Of(answer);

    /// <exception cref="ArgumentException">The code is none of the fact's choices.</exception>
    public void Put(ChoiceFact fact, string? code) => _values[fact.Slot] = FactValue.Of(fact, code);

    /// <summary>The set of what was put; the sheet is spent.</summary>
    public FactSet ToSet() => new(list, _values);
}

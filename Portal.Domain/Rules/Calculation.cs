using System.Runtime.CompilerServices;
using Portal.Domain.Parameters;
using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>A measure's amount in the making: hands out facts and values, notes which are missing, and takes the plan.</summary>
/// <remarks>A struct on the stack with room for four instalments, so that deciding a row of a roster allocates nothing.</remarks>
public ref struct Calculation
{
    private readonly FactSet _facts;
    private readonly Terms _terms;
    private readonly List<AmountLine>? _lines;
    private readonly bool _planning;
    private InstalmentBuffer _plan;
    private int _planned;
    private bool _awaits;

    /// <param name="planning">False while conditions are open: no deadline is counted for what may never be due.</param>
    internal Calculation(FactSet facts, Terms terms, bool explain, bool planning)
    {
        (_facts, _terms, _planning) = (facts, terms, planning);
        _lines = explain ? [] : null;
    }

    internal ulong Missing { get; private set; }

    internal List<string>? Pending { get; private set; }

    internal Money? Amount { get; private set; }

    internal FundingSplit? Funding { get; private set; }

    internal AssessmentExtras? Extras { get; private set; }

    internal readonly IReadOnlyList<AmountLine> Lines => _lines ?? [];

    public readonly Terms Terms => _terms;

    /// <summary>False as soon as a fact that the amount needs is absent; the calculation then has nothing to go on.</summary>
    public readonly bool HasFacts => Missing == 0;

    /// <summary>False as soon as a fact is absent or a value has not been set by the place (ruling R8).</summary>
    public readonly bool IsReady => Missing == 0 && !_awaits;

    public int Need(CountFact fact) => Known(fact) ? _facts[fact]!.Value : 0;

    public Money Need(MoneyFact fact) => Known(fact) ? _facts[fact]!.Value : Money.Zero;

    public bool Need(YesNoFact fact) => Known(fact) && _facts[fact]!.Value;

    public string Need(ChoiceFact fact) => Known(fact) ? _facts[fact]! : "";

    public Rate Need(RateFact fact) => Known(fact) ? _facts[fact]!.Value : Rate.Zero;

    public DateOnly Need(DateFact fact) => Known(fact) ? _facts[fact]!.Value : default;

    public Month Need(MonthFact fact) => Known(fact) ? _facts[fact]!.Value : default;

    /// <summary>An optional fact: null while unknown, and never missing.</summary>
    public readonly bool? Ask(YesNoFact fact) => _facts[fact];

    /// <inheritdoc cref="Ask(YesNoFact)"/>
    public readonly DateOnly? Ask(DateFact fact) => _facts[fact];

    /// <inheritdoc cref="Ask(YesNoFact)"/>
    public readonly Money? Ask(MoneyFact fact) => _facts[fact];

    /// <inheritdoc cref="Ask(YesNoFact)"/>
    public readonly int? Ask(CountFact fact) => _facts[fact];

    public T? Need<T>(Parameter<T> parameter)
        where T : notnull => Take(parameter, _terms.Look(parameter));

    /// <summary>A value by another day than the assessment's: a payroll month, the start of a training.</summary>
    public T? NeedOn<T>(Parameter<T> parameter, DateOnly day)
        where T : notnull => Take(parameter, _terms.LookOn(parameter, day));

    private T? Take<T>(Parameter<T> parameter, FoundValue? looked)
        where T : notnull
    {
        if (looked is not { } found)
        {
            _awaits = true;
            if (_lines is not null && Pending?.Contains(parameter.Key) != true) (Pending ??= []).Add(parameter.Key);
            return default;
        }

        _lines?.Add(new AmountLine(
            parameter.Label, parameter.Show(found.Value), found.Row?.Source ?? "试算值", found.Row?.Status, found.Row?.From, _terms.Measure.Clause));
        return (T)found.Value;
    }

    /// <summary>Sets the entitlement, with the formula in words.</summary>
    public void Grant(Money amount, string formula)
    {
        Amount = amount;
        _lines?.Add(new AmountLine(formula, amount.ToChinese(), null, Clause: _terms.Measure.Clause));
    }

    /// <summary>Splits the entitlement among the budgets (ruling R4).</summary>
    public void Split(Money amount, FundingShares shares)
    {
        if (_lines is not null) Funding = FundingSplit.Of(amount, shares);
    }

    public void SetExtras(AssessmentExtras extras) => Extras = extras;

    /// <summary>Adds a line to the explanation of the amount; costs nothing when nobody asked for one.</summary>
    public readonly void Note(string label, Money value) => _lines?.Add(new AmountLine(label, value.ToChinese(), null));

    /// <inheritdoc cref="Note(string, Money)"/>
    public readonly void Note(string label, int count, string unit) => _lines?.Add(new AmountLine(label, $"{count}{unit}", null));

    /// <inheritdoc cref="Note(string, Money)"/>
    public readonly void Note(Month month, string label, Money value) =>
        _lines?.Add(new AmountLine(month.ToChinese() + label, value.ToChinese(), null));

    /// <summary>Plans an instalment; one of nothing is left out.</summary>
    public void Pay(string trigger, Money amount, DateOnly? due)
    {
        if (amount > Money.Zero) _plan[_planned++] = new Instalment(trigger, amount, due);
    }

    /// <summary>Plans an instalment due so many working days after a day; with no day, no date is set.</summary>
    public void PayWorkingDaysAfter(string trigger, Money amount, DateOnly? from, int days) =>
        Pay(trigger, amount, _planning && from is { } day && amount > Money.Zero ? _terms.WorkingDaysAfter(day, days) : null);

    /// <summary>Plans what is paid on approval, due within the working days of clause 20.</summary>
    public void PayOnApproval(Money amount) => Pay(Trigger.Approval, amount, _planning && amount > Money.Zero ? _terms.PaymentDue : null);

    internal readonly Instalment[] Instalments => ((ReadOnlySpan<Instalment>)_plan)[.._planned].ToArray();

    private bool Known(Fact fact)
    {
        if (!_facts.Knows(fact))
        {
            if (!fact.Optional) Missing |= fact.Bit;
            return false;
        }

        _lines?.Add(new AmountLine(fact.Label, _facts.Show(fact)!, "您填写的信息"));
        return true;
    }

    [InlineArray(4)]
    private struct InstalmentBuffer
    {
        private Instalment _first;
    }
}

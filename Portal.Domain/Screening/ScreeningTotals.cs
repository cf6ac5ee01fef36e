using Portal.Domain.Values;

namespace Portal.Domain.Screening;

/// <summary>Counts and sums of a screened roster, by outcome.</summary>
public sealed class ScreeningTotals
{
    private readonly int[] _counts = new int[Enum.GetValues<RowOutcome>().Length];
    private readonly Money[] _amounts = new Money[Enum.GetValues<RowOutcome>().Length];

    public int Rows { get; private set; }

    public int Count(RowOutcome outcome) => _counts[(int)outcome];

    public Money Amount(RowOutcome outcome) => _amounts[(int)outcome];

    public void Add(RowOutcome outcome, Money? amount)
    {
        Rows++;
        _counts[(int)outcome]++;
        _amounts[(int)outcome] += amount ?? Money.Zero;
    }
}

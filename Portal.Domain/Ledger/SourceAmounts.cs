using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Ledger;

/// <summary>An amount by the budget that pays it.</summary>
public readonly record struct SourceAmounts(Money Central, Money Province, Money City)
{
    public static IReadOnlyList<FundingSource> Sources { get; } = Enum.GetValues<FundingSource>();

    public Money Total => Central + Province + City;

    public Money this[FundingSource source] => source switch
    {
        FundingSource.Central => Central,
        FundingSource.Province => Province,
        FundingSource.City => City,
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    public static SourceAmounts operator +(SourceAmounts a, SourceAmounts b) => new(a.Central + b.Central, a.Province + b.Province, a.City + b.City);

    public static SourceAmounts operator -(SourceAmounts a, SourceAmounts b) => new(a.Central - b.Central, a.Province - b.Province, a.City - b.City);

    public static SourceAmounts Of(FundingSource source, Money amount) => source switch
    {
        FundingSource.Central => new(amount, Money.Zero, Money.Zero),
        FundingSource.Province => new(Money.Zero, amount, Money.Zero),
        FundingSource.City => new(Money.Zero, Money.Zero, amount),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <remarks>
    /// Where the text splits nothing among budgets, the city pays: the notice leaves every measure to the cities to
    /// carry out (clause 1), and what centre and province add to a city's fund is not the portal's to know.
    /// </remarks>
    public static SourceAmounts Of(FundingSplit? split, Money amount) =>
        split is null ? new(Money.Zero, Money.Zero, amount) : new(split.Central, split.Province, split.City);

    /// <summary>A part of this, taken from each budget in proportion by largest remainder, ties in their order (ruling R4).</summary>
    /// <remarks>
    /// Taken from what is left, not from the whole: so no budget ever gives more than it has, and the last part is
    /// exactly what is left. Shares of running totals would not do: more to share can mean less for one of three.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative, or more than there is.</exception>
    public SourceAmounts Take(Money part)
    {
        var total = Total;
        if (part < Money.Zero || part > total) throw new ArgumentOutOfRangeException(nameof(part));
        if (total == Money.Zero) return default;
        Span<long> parts = stackalloc long[3];
        Span<Int128> remainders = stackalloc Int128[3];
        var left = part.Fen;
        for (var i = 0; i < 3; i++)
        {
            var share = (Int128)this[(FundingSource)i].Fen * part.Fen;
            (parts[i], remainders[i]) = ((long)(share / total.Fen), share % total.Fen);
            left -= parts[i];
        }

        for (; left > 0; left--)
        {
            var largest = 0;
            for (var i = 1; i < 3; i++)
                if (remainders[i] > remainders[largest])
                    largest = i;
            parts[largest]++;
            remainders[largest] = -1;
        }

        return new SourceAmounts(new Money(parts[0]), new Money(parts[1]), new Money(parts[2]));
    }
}

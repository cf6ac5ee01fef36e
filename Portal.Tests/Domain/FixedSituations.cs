using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>Situations that a number alone makes: the same ones on every machine and in every year.</summary>
internal static class FixedSituations
{
    private static readonly string[] Places = ["210000", "210100", "210102", "210202", "210302", "210502", "211223"];

    private static readonly int[] Counts = [0, 1, 2, 3, 5, 6, 7, 10, 11, 12, 13, 23, 24, 25, 30, 31, 35, 36, 37, 200, 2019, 2020];

    private static readonly string[] Sums = ["0.00", "0.01", "0.03", "999.99", "1000.00", "4321.55", "99999.99", "100000.00", "100000.01"];

    private static readonly string[] Rates = ["0", "0.0385", "0.05", "0.055", "0.0551", "0.2", "0.2001", "1/3", "1"];

    /// <param name="seed">Any number.</param>
    public static (FactSet Facts, string Region, DateOnly AsOf) One(Measure measure, int seed)
    {
        // The framework promises the numbers of a seeded generator to stay the same.
        var random = new Random(seed);
        T Pick<T>(T[] some) => some[random.Next(some.Length)];
        var (region, asOf) = (Pick(Places), new DateOnly(2020, 7, 1).AddDays(random.Next(900)));
        var facts = FactSet.Empty(measure.Facts);
        foreach (var fact in measure.Facts.Facts)
        {
            var text = fact.Type switch
            {
                FactType.Count => $"{Pick(Counts)}",
                FactType.Money => Pick(Sums),
                FactType.Rate => Pick(Rates),
                FactType.Date => asOf.AddDays(random.Next(-900, 60)).ToString("yyyy-MM-dd"),
                FactType.Month => (new Month(2020, 8) + random.Next(18)).ToString(),
                _ => Pick([.. fact.Choices.Select(choice => choice.Code)]),
            };
            // Most facts are known, or next to nothing would come to an amount.
            if (random.Next(12) > 0) Assert.True(facts.TryWith(fact, text, out facts));
        }

        return (facts, region, asOf);
    }
}

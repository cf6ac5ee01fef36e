using CsCheck;
using Portal.Casework.Rulebooks;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>A measure with facts, each with a value or unknown, in a place on a day.</summary>
public sealed record Situation(Measure Measure, FactSet Facts, string Place, DateOnly Day)
{
    public static readonly Rulebook Rules = RulebookSource.Shipped().Rules;

    private static readonly string[] Places = ["210000", "210100", "210102", "210202", "210302", "210502", "211223"];

    /// <summary>Any measure, place and day of 2020 to 2025; numbers lie mostly where rules have their bounds.</summary>
    public static readonly Gen<Situation> Any =
        from measure in Gen.OneOf(new MeasureCatalog().All.ToArray())
        from day in Gen.Int[0, 2190]
        from place in Gen.OneOf(Places)
        from texts in Each(measure.Facts.Facts.Select(Text))
        select new Situation(measure, Known(measure, texts), place, new DateOnly(2020, 1, 1).AddDays(day));

    public Terms Terms => Measure.TermsFor(Rules, Place, Day);

    /// <summary>A readable value of a fact, or null for one not told; dates may lie in years whose holidays nobody published.</summary>
    public static Gen<string?> Text(Fact fact) => Text(fact, new DateOnly(2017, 1, 1), days: 3300);

    public static Gen<string?> Text(Fact fact, DateOnly firstDay, int days)
    {
        Gen<string> known = fact.Type switch
        {
            FactType.Count => Gen.OneOf(Gen.Int[0, 40], Gen.Int[0, 100_000]).Select(count => count.ToString()),
            FactType.Money => Gen.OneOf(Gen.Const(0L), Gen.Long[0, 1_000_000_00]).Select(fen => new Money(fen).ToString()),
            FactType.Rate => Gen.Int[0, 2000].Select(ratio => Rate.Of(ratio, 10_000).ToString()),
            FactType.Date => Gen.Int[0, days].Select(day => firstDay.AddDays(day).ToString("yyyy-MM-dd")),
            FactType.Month => Gen.Int[0, 60].Select(month => (new Month(2019, 1) + month).ToString()),
            FactType.YesNo or FactType.Choice => Gen.OneOf(fact.Choices.Select(choice => choice.Code).ToArray()),
            _ => throw new NotSupportedException(fact.Type.ToString()),
        };
        return from unknown in Gen.Int[0, 5] from text in known select unknown == 0 ? null : text;
    }

    /// <summary>A value of a fact that somebody could type on a day, in canonical text, or null for one not told.</summary>
    public static Gen<string?> Typed(Fact fact, DateOnly today) => fact switch
    {
        CountFact count => Gen.Int[count.AtLeast, Math.Min(count.AtMost, count.AtLeast + 40)].Select(number => (string?)number.ToString()),
        DateFact => Gen.Int[0, 1800].Select(back => (string?)today.AddDays(-back).ToString("yyyy-MM-dd")),
        MonthFact => Gen.Int[0, 24].Select(back => (string?)(Month.Of(today) + -back).ToString()),
        MoneyFact money => Gen.Long[0, Math.Min(money.AtMost.Fen, 1_000_000_00)].Select(fen => (string?)new Money(fen).ToString()),
        _ => Text(fact),
    };

    public static Gen<string?[]> Each(IEnumerable<Gen<string?>> generators) =>
        generators.Aggregate(Gen.Const(Array.Empty<string?>()), (some, next) => from texts in some from text in next select (string?[])[.. texts, text]);

    private static FactSet Known(Measure measure, string?[] texts)
    {
        var facts = FactSet.Empty(measure.Facts);
        foreach (var (fact, text) in measure.Facts.Facts.Zip(texts))
            if (text is not null)
                facts.TryWith(fact, text, out facts);
        return facts;
    }
}

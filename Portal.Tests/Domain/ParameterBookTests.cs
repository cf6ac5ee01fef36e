using CsCheck;
using Portal.Casework.Rulebooks;
using Portal.Data.Seed;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

/// <summary>The book in force is what the last lines say, day by day; nothing entered is ever lost.</summary>
public sealed class ParameterBookTests
{
    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly Parameter Key = HiringGrant.AmountPerPerson;
    private static readonly string[] Places = [RegionDirectory.Province, "210200", "210202"];
    private static readonly BookEntry Line = new(Key.Key, "210200", Start, null, "2500", "C", "大人社发〔2020〕1号");

    private static readonly Gen<BookEntry> Lines =
        from place in Gen.OneOf(Places)
        from first in Gen.Int[0, 30]
        from length in Gen.Int[-2, 20]
        from isOpen in Gen.Bool
        from amount in Gen.Int[0, 9]
        select Line with
        {
            Region = place,
            From = Start.AddDays(first),
            To = isOpen ? null : Start.AddDays(first + length),
            Value = amount == 0 ? null : $"{amount}",
        };

    [Fact]
    public void On_every_day_and_place_the_last_line_that_covers_it_wins() => Lines.Array[0, 12].Sample(entries =>
    {
        var book = ParameterBook.Of(entries);
        foreach (var place in Places)
            for (var day = Start; day < Start.AddDays(60); day = day.AddDays(1))
            {
                var last = entries.LastOrDefault(entry => entry.Region == place && entry.Covers(day));
                Assert.Equal(last?.Value, book.Rows.SingleOrDefault(row => row.Region == place && row.HoldsOn(day))?.Value);
            }
    });

    [Fact]
    public void Lines_laid_one_by_one_make_the_same_book_as_all_at_once() => Lines.Array[1, 12].Sample(entries =>
        Assert.Equal(Sorted(ParameterBook.Of(entries)), Sorted(entries.Aggregate(new ParameterBook([]), (book, entry) => book.With(entry)))));

    [Fact]
    public void A_line_for_another_key_or_place_touches_nothing_else() => Lines.Array[1, 12].Sample(entries =>
    {
        var book = ParameterBook.Of(entries);
        var more = book.With(Line with { Region = "211000" }).With(Line with { Key = "another" });
        Assert.Equal(Sorted(book), Sorted(more).Where(row => row.Region != "211000" && row.Key != "another"));
    });

    [Fact]
    public void What_ships_is_in_force_as_it_ships()
    {
        var shipped = SeedFiles.Parameters();
        Assert.Equal(Sorted(new ParameterBook(shipped)), Sorted(ParameterBook.Of(shipped.Select(BookEntry.Of))));
    }

    [Fact]
    public void A_value_in_the_middle_leaves_what_came_before_and_after()
    {
        var book = ParameterBook.Of([Line, Line with { From = Start.AddDays(10), To = Start.AddDays(19), Value = "3000" }]);
        Assert.Equal(
            [(Start, Start.AddDays(9), "2500"), (Start.AddDays(10), Start.AddDays(19), "3000"), (Start.AddDays(20), (DateOnly?)null, "2500")],
            book.Rows.Select(row => (row.From, row.To, row.Value)));
    }

    [Fact]
    public void Where_a_city_stops_the_province_counts_again()
    {
        var book = ParameterBook.Of([Line with { Region = RegionDirectory.Province, Value = "1000" }, Line, Line with { From = Start.AddDays(5), Value = null }]);
        Assert.Equal("2500", book.FindRow(Key.Key, "210202", Start)?.Value);
        Assert.Equal("1000", book.FindRow(Key.Key, "210202", Start.AddDays(5))?.Value);
    }

    [Fact]
    public void A_provincial_value_stopped_from_its_first_day_still_ends_the_offer()
    {
        var grant = new HiringGrant();
        var day = new DateOnly(2020, 11, 16);
        var rules = RulebookSource.Shipped().Rules;
        var stop = new BookEntry(HiringGrant.PrepayShare.Key, RegionDirectory.Province, new DateOnly(2020, 11, 1), null, null, "C", "停止执行通知");
        Assert.True(grant.TermsFor(rules, "210202", day).IsOffered);

        var book = rules.Parameters.With(stop);

        Assert.False(grant.TermsFor(rules with { Parameters = book }, "210202", day).IsOffered);
        Assert.False(grant.TermsFor(rules with { Parameters = book }, "210202", new DateOnly(2020, 10, 1)).IsOffered);
        Assert.True(book.Knows(HiringGrant.PrepayShare.Key));
        Assert.Empty(book.Select(HiringGrant.PrepayShare.Key, null, null));
    }

    private static IEnumerable<ParameterRow> Sorted(ParameterBook book) =>
        book.Rows.OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Region, StringComparer.Ordinal).ThenBy(row => row.From).ThenBy(row => row.To);
}

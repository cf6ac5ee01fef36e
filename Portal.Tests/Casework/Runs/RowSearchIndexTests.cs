using CsCheck;
using Portal.Casework.Runs;
using Portal.Data.Screening;
using Portal.Domain.Screening;

namespace Portal.Tests.Casework.Runs;

/// <summary>What a search of the packed lines finds is what a look at every row would.</summary>
public sealed class RowSearchIndexTests
{
    private static readonly Gen<ScreeningRow> Rows =
        from code in Gen.OneOf("912112238DHXT2N823", "9121", "", "a\tb", "坏\n行")
        from name in Gen.OneOf("样例", "a样", "A例a", "", " ", "换\n行", "样\t例")
        from region in Gen.OneOf("210202", "210000", "211422", "110101", "21", "", "21--00")
        from size in Gen.OneOf("大型", "中型", "小型", "微型", "特大", "")
        from outcome in Gen.Enum<RowOutcome>()
        select new ScreeningRow
        {
            CreditCode = code,
            Name = name,
            RegionCode = region,
            Size = size,
            Outcome = outcome,
            Reason = "",
            FactsJson = "",
            AccountHolder = "",
            Bank = "",
            AccountCipher = "",
            AccountMasked = "",
        };

    private static readonly Gen<RowSearch> Searches =
        from outcome in Gen.Enum<RowOutcome>().Nullable()
        from city in Gen.OneOf("210200", "210000", "211400", "", null)
        from size in Gen.OneOf("大型", "微型", "", null)
        from text in Gen.OneOf("样", "例a", "9", "1x", "XX", " ", "", null, "没有")
        select new RowSearch(outcome, city, size, text);

    [Fact]
    public void A_search_finds_what_a_look_at_every_row_would() =>
        Gen.Select(Rows.Array[0, 30], Searches).Sample((rows, search) =>
        {
            var numbered = rows.Select((row, i) => Numbered(row, i + 5)).ToArray();
            var found = numbered.Chunk(RowSearchIndex.PerBlock).SelectMany(part => RowSearchIndex.Find(RowSearchIndex.Pack(Guid.Empty, part), search)).ToArray();
            Assert.Equal(numbered.Where(row => Fits(row, search)).Select(row => row.Number), found);
        });

    private static bool Fits(ScreeningRow row, RowSearch search) =>
        (search.Outcome is null || search.Outcome == row.Outcome)
        && (string.IsNullOrEmpty(search.Size) || search.Size == row.Size)
        && (string.IsNullOrEmpty(search.City) || (row.RegionCode.Length == 6 && row.RegionCode[..4] == search.City[..4] && row.RegionCode[2] != '-'))
        && Text(row).Contains(Upper(search.Text?.Trim() ?? ""), StringComparison.Ordinal);

    private static string Text(ScreeningRow row) => Upper(row.CreditCode) + "\t" + Upper(row.Name);

    private static string Upper(string text) => text.ToUpperInvariant().Replace('\n', ' ').Replace('\t', ' ');

    private static ScreeningRow Numbered(ScreeningRow row, int number) => new()
    {
        Number = number,
        CreditCode = row.CreditCode,
        Name = row.Name,
        RegionCode = row.RegionCode,
        Size = row.Size,
        Outcome = row.Outcome,
        Reason = "",
        FactsJson = "",
        AccountHolder = "",
        Bank = "",
        AccountCipher = "",
        AccountMasked = "",
    };
}

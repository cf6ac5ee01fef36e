using System.Text;
using MiniExcelLibs;
using Portal.Casework.Rosters;
using Portal.Domain.Screening;
using Portal.Tables;
using Portal.Tests.Support;

namespace Portal.Tests.Casework.Rosters;

public sealed class RosterReaderTests : IDisposable
{
    private readonly RosterFolder _rosters = new();

    static RosterReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<int, bool> Encodings() => new() { { 65001, true }, { 65001, false }, { 54936, false }, { 1200, true } };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_csv_file_reads_alike_in_every_usual_encoding(int codePage, bool withMark)
    {
        var encoding = codePage == 65001 ? new UTF8Encoding(withMark) : Encoding.GetEncoding(codePage);

        var row = Assert.Single(Read(_rosters.Write(encoding, RosterFolder.Header, RosterFolder.DemoFirmRow)));

        Assert.Equal("样例12企业0000003有限公司", row.Name);
        Assert.Equal("432.54", row.PremiumsPaid);
        Assert.Equal("62000000000000003", row.Account);
    }

    [Fact]
    public void A_character_cut_at_the_end_of_the_sample_does_not_make_it_another_encoding()
    {
        // Three bytes a character: of two names one apart in length, one is cut by the end of what is looked at.
        foreach (var blanks in (int[])[0, 1, 2])
        {
            var name = new string(' ', blanks) + new string('样', 40_000);
            var row = Assert.Single(Read(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow.Replace("样例12企业0000003有限公司", name, StringComparison.Ordinal))));
            Assert.EndsWith("样样", row.Name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Columns_are_found_by_their_heading_wherever_they_stand()
    {
        var order = RosterFolder.Header.Split(',').Select((heading, i) => (heading, i)).Reverse().ToArray();
        var cells = RosterFolder.DemoFirmRow.Split(',');
        var header = string.Join(',', order.Select(column => $" {column.heading}　"));

        var row = Assert.Single(Read(_rosters.Write("多余的列," + header, "x," + string.Join(',', order.Select(column => cells[column.i])))));

        Assert.Equal(("912112238DHXT2N823", "微型", "12"), (row.CreditCode, row.Size, row.MonthsPaid));
    }

    [Fact]
    public void Blank_lines_are_passed_over_and_short_lines_end_in_blanks()
    {
        var rows = Read(_rosters.Write("", RosterFolder.Header, "", RosterFolder.DemoFirmRow, ",,,", "#91210803UHUXQEEG50,短", RosterFolder.OtherFirmRow + ",多,余"));

        Assert.Equal([1, 2, 3], rows.Select(row => row.Number));
        Assert.Equal(("#91210803UHUXQEEG50", "短", "", ""), (rows[1].CreditCode, rows[1].Name, rows[1].Region, rows[1].Account));
        Assert.Equal("62000000000000004", rows[2].Account);
    }

    [Fact]
    public void A_roster_may_do_without_the_columns_that_decide_nothing()
    {
        var row = Assert.Single(Read(_rosters.Write(string.Join(',', RosterColumns.Required), "912112238DHXT2N823,211223,微型,2,2,0,12,432.54,否,否")));

        Assert.Equal(("", "", "否"), (row.Name, row.Account, row.Zombie));
    }

    [Fact]
    public void A_workbook_gives_the_texts_a_person_sees_in_it()
    {
        var path = _rosters.At("book.xlsx");
        var cells = RosterFolder.DemoFirmRow.Split(',').Cast<object>().ToArray();
        (cells[4], cells[5], cells[7], cells[8]) = (8.0, 8, 12m, 314.44000000000005);
        MiniExcel.SaveAs(path, new[] { RosterFolder.Header.Split(',').Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second) });

        var row = Assert.Single(Read(path));

        Assert.Equal(("8", "8", "12", "314.44", "62000000000000003"), (row.InsuredYearBeforeLast, row.InsuredLastYear, row.MonthsPaid, row.PremiumsPaid, row.Account));
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Assert.Contains("缺少这些列：严重失信", Refusal(_rosters.Write(RosterFolder.Header.Replace("严重失信", "失信", StringComparison.Ordinal), RosterFolder.DemoFirmRow)), StringComparison.Ordinal);

    [Fact]
    public void A_column_that_stands_there_twice_is_named() =>
        Assert.Contains("“参保地”出现了两次", Refusal(_rosters.Write(RosterFolder.Header + ",参保地", RosterFolder.DemoFirmRow)), StringComparison.Ordinal);

    [Fact]
    public void A_file_without_a_header_is_told_what_it_must_hold() =>
        Assert.Contains("没有找到名册的表头", Refusal(_rosters.Write(RosterFolder.DemoFirmRow)), StringComparison.Ordinal);

    [Fact]
    public void A_quote_that_nobody_closed_spoils_its_own_row_alone()
    {
        var rows = Read(_rosters.Write(RosterFolder.Header, "\"" + RosterFolder.DemoFirmRow, RosterFolder.OtherFirmRow));

        Assert.Equal(["\"912112238DHXT2N823", "91211322CD2JL6QM25"], rows.Select(row => row.CreditCode));
    }

    public static TheoryData<string, byte[]> NoRosters() => new()
    {
        { "文件是空的", [] },
        { "没有内容", "\r\n\r\n"u8.ToArray() },
        { "图片或 PDF", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "旧版 Excel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "不是文本", [1, 2, 0, 4] },
        { "Excel 文件无法打开", "PK\x03\x04 no archive"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(NoRosters))]
    public void What_is_no_roster_is_refused_in_words(string words, byte[] bytes)
    {
        var path = _rosters.At("名册.csv");
        File.WriteAllBytes(path, bytes);

        Assert.Contains(words, Refusal(path), StringComparison.Ordinal);
    }

    public void Dispose() => _rosters.Dispose();

    private static List<RosterRow> Read(string path)
    {
        using var roster = RosterReader.Open(path);
        return [.. roster.Rows()];
    }

    private static string Refusal(string path) => Assert.Throws<TableUnreadableException>(() => Read(path)).Message;
}

using System.IO.Compression;
using System.Text;
using Portal.Features.Citizen.Apply.People;
using Portal.Features.Finance.BankReports;
using Portal.Tables;
using Portal.Tests.Features.Citizen.Apply;

namespace Portal.Tests.Tables;

/// <summary>Files of a few megabytes that unpack to a gigabyte, or nest without end: refused before anything is built from them.</summary>
public sealed class HostileFileTests
{
    private const string Rows = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private const string End = "</sheetData></worksheet>";

    public static TheoryData<string> Kinds => ["shared texts", "blank rows", "one cell", "merges", "nested"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_workbook_made_to_do_harm_is_refused_by_every_reader(string kind)
    {
        using var file = kind switch
        {
            "shared texts" => Book(Rows + End, texts: ("<sst>", "<si><t>样例</t></si>", 20_000_000, "</sst>")),
            "blank rows" => Book("", ("<x><sheetData>", "<row r=\"1\"/>", 40_000_000, "</sheetData></x>")),
            "one cell" => Book("", ("<x><sheetData><row><c t=\"inlineStr\"><is><t>", "0123456789", 40_000_000, "</t></is></c></row></sheetData></x>")),
            "merges" => Book("", ("<x><sheetData/><mergeCells>", "<mergeCell ref=\"A1:B9\"/>", 400_000, "</mergeCells></x>")),
            _ => Book("", ("<x>", "<a>", 1_000_000, "")),
        };

        foreach (var limits in (TableLimits[])[TableLimits.People, TableLimits.BankReport, TableLimits.Roster])
        {
            using var again = new MemoryStream(file.ToArray());
            Assert.Throws<TableUnreadableException>(() => Walk(again, limits));
        }
    }

    [Fact]
    public void A_list_whose_parts_lie_about_their_size_is_refused_with_what_to_do()
    {
        using var file = Book("", ("<x><sheetData>", "<row r=\"1\"/>", 10_000_000, "</sheetData></x>"));

        var refused = Assert.IsType<ImportResult.Refused>(new ImportPeople().Handle(SheetScene.Form(), file));

        Assert.Contains("另存为", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payment_report_nested_without_end_is_refused_by_its_depth()
    {
        var nested = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><TxInfAndSts>" + string.Concat(Enumerable.Repeat("<a>", 200_000)) + string.Concat(Enumerable.Repeat("</a>", 200_000)) + "</TxInfAndSts></Document>";

        var refused = Assert.Throws<BankReportUnreadableException>(() => BankReportFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(nested))).ToList());

        Assert.Contains("一层套一层", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_ends_when_nobody_waits_for_it()
    {
        using var left = new CancellationTokenSource();
        left.Cancel();
        using var file = Book(Rows + "<row r=\"1\"><c t=\"inlineStr\"><is><t>姓名</t></is></c></row>" + End);

        Assert.Throws<OperationCanceledException>(() => HeadedTable.Open(TableFile.Open(file, TableLimits.People, left.Token), [new TableColumn("姓名")], 0, heading => heading.Has(0), "", "", left.Token));
    }

    [Fact]
    public void Merged_cells_say_the_same_in_each_of_their_rows_and_are_forgotten_behind_them()
    {
        var merged = new MergedCells([new MergedRange(1, 2, 0, 1), new MergedRange(3, 4, 0, 0)]);

        merged.GoTo(1);
        Assert.Equal(["甲", "甲", ""], [merged.Text(0, "甲"), merged.Text(1, ""), merged.Text(2, "")]);
        merged.GoTo(2);
        Assert.Equal("甲", merged.Text(1, ""));
        merged.GoTo(3);
        Assert.Equal(["", "乙"], [merged.Text(1, ""), merged.Text(0, "乙")]);
    }

    private static void Walk(Stream file, TableLimits limits)
    {
        using var table = TableFile.Open(file, limits);
        while (table.Read()) table.Cell(0);
    }

    private static MemoryStream Book(string sheet, (string Begin, string Again, int Times, string End)? body = null, (string Begin, string Again, int Times, string End)? texts = null)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "xl/workbook.xml", ("<workbook><sheets><sheet name=\"1\"/></sheets></workbook>", "", 0, ""));
            Part(zip, "xl/worksheets/sheet1.xml", body ?? (sheet, "", 0, ""));
            if (texts is { } shared) Part(zip, "xl/sharedStrings.xml", shared);
        }

        file.Position = 0;
        return file;
    }

    private static void Part(ZipArchive zip, string name, (string Begin, string Again, int Times, string End) text)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes(text.Begin));
        var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text.Again, 4000)));
        for (var i = 0; i < text.Times / 4000; i++) stream.Write(piece);
        stream.Write(Encoding.UTF8.GetBytes(text.End));
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using Portal.Tests.Support;

namespace Portal.Benchmarks;

/// <summary>How long a large workbook takes and whether memory grows with it. Written as Excel writes it: texts once, in a table of their own.</summary>
internal static class WorkbookBenchmark
{
    public static int Run(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("portal-benchmark-").FullName;
        try
        {
            foreach (var (length, merges) in ((int, bool)[])[(Math.Max(1, rows / 3), false), (rows, false), (Math.Max(2, rows / 10), true), (rows, true)])
            {
                var path = Path.Combine(folder, $"{length}-{merges}.xlsx");
                // More merges than a workbook may have would be refused, so that they grow with the rows up to that.
                var pairs = merges ? Math.Min(length / 2, 200_000) : 0;
                Write(path, length, pairs);
                var (seconds, peak, _) = PortalRun.Screen(folder, path, []);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{length:#,0} rows, {pairs:#,0} of them merged with the next, {new FileInfo(path).Length / 1e6:0} MB: {seconds:0.00} s, {length / seconds:#,0} rows a second, peak {peak / 1e6:0} MB"));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string path, int rows, int pairs)
    {
        var texts = new Dictionary<string, int>();
        using var book = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part(book, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""");
        Part(book, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part(book, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part(book, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
        using (var sheet = Open(book, "xl/worksheets/sheet1.xml"))
        {
            sheet.Write("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
            var number = 0;
            foreach (var cells in new RosterGenerator().Rows(rows).Prepend(RosterGenerator.Header.Split(',')))
            {
                sheet.Write($"<row r=\"{++number}\">");
                for (var i = 0; i < cells.Length; i++) sheet.Write(Cell((char)('A' + i), number, cells[i].Trim('"'), texts));
                sheet.Write("</row>");
            }

            sheet.Write("</sheetData>");
            if (pairs > 0)
            {
                sheet.Write("<mergeCells>");
                for (var pair = 1; pair <= pairs; pair++) sheet.Write($"<mergeCell ref=\"O{pair * 2}:O{pair * 2 + 1}\"/>");
                sheet.Write("</mergeCells>");
            }

            sheet.Write("</worksheet>");
        }

        using var table = Open(book, "xl/sharedStrings.xml");
        table.Write("""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        foreach (var text in texts.Keys) table.Write($"<si><t>{System.Security.SecurityElement.Escape(text)}</t></si>");
        table.Write("</sst>");
    }

    private static string Cell(char column, int row, string text, Dictionary<string, int> texts)
    {
        if (text.Length < 15 && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\"><v>{number}</v></c>");
        if (!texts.TryGetValue(text, out var place)) texts[text] = place = texts.Count;
        return $"<c r=\"{column}{row}\" t=\"s\"><v>{place}</v></c>";
    }

    private static void Part(ZipArchive book, string name, string content)
    {
        using var part = Open(book, name);
        part.Write(content);
    }

    private static StreamWriter Open(ZipArchive book, string name) => new(book.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
}

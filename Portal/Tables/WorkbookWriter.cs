using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Portal.Tables;

/// <param name="Title">At most 31 characters, none of <c>[]:*?/\</c>.</param>
/// <param name="Rows">The first is the heading.</param>
public sealed record Sheet(string Title, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The answers a column offers, by its place; none for one where anything may be written.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Lists { get; init; } = new Dictionary<int, IReadOnlyList<string>>();

    /// <summary>The columns, by their places, whose cells below the heading are amounts: invariant text such as 1234.50, written as numbers.</summary>
    public IReadOnlySet<int> Amounts { get; init; } = new HashSet<int>();

    /// <summary>In characters of the default font.</summary>
    public int ColumnWidth { get; init; } = 22;
}

/// <summary>Writes an .xlsx workbook whose columns hold text, the empty cells below too; but for amounts, which add up.</summary>
/// <remarks>
/// Our own few lines, because a template needs what the usual small libraries cannot do: a column that is text before
/// anything stands in it, or Excel rounds an identity number of 18 digits as it is typed; and lists to choose from.
/// A cell's kind is written with it, so text that begins like a formula stays text and needs no mark as in <see cref="CsvField"/>.
/// </remarks>
public static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The place of the style with two decimals among the cell formats.</summary>
    private const string AmountStyle = "3";

    /// <summary>The most rows for which a list is offered.</summary>
    private const int LastListRow = 2000;

    /// <summary>What Excel takes as a list written into the cell rule itself.</summary>
    private const int LongestList = 255;

    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", xml => ContentTypes(xml, sheets.Count));
            Part(zip, "_rels/.rels", xml => Relations(xml, [("officeDocument", "xl/workbook.xml")]));
            Part(zip, "xl/workbook.xml", xml => Workbook(xml, sheets));
            Part(zip, "xl/_rels/workbook.xml.rels", xml =>
                Relations(xml, [.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]));
            Part(zip, "xl/styles.xml", xml => xml.WriteRaw(
                $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>"""));
            for (var i = 0; i < sheets.Count; i++)
            {
                var sheet = sheets[i];
                Part(zip, $"xl/worksheets/sheet{i + 1}.xml", xml => Worksheet(xml, sheet));
            }
        }

        return target.ToArray();
    }

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        const string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        xml.WriteRaw("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>""");
        xml.WriteRaw($"""<Override PartName="/xl/workbook.xml" ContentType="{kind}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{kind}styles+xml"/>""");
        for (var i = 1; i <= sheets; i++) xml.WriteRaw($"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{kind}worksheet+xml"/>""");
        xml.WriteRaw("</Types>");
    }

    private static void Relations(XmlWriter xml, IEnumerable<(string Kind, string Target)> relations)
    {
        xml.WriteRaw($"""<Relationships xmlns="{Package}">""");
        foreach (var (relation, i) in relations.Select((relation, i) => (relation, i)))
            xml.WriteRaw($"""<Relationship Id="rId{i + 1}" Type="{Links}/{relation.Kind}" Target="{relation.Target}"/>""");
        xml.WriteRaw("</Relationships>");
    }

    private static void Workbook(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheets[i].Title);
            xml.WriteAttributeString("sheetId", $"{i + 1}");
            xml.WriteAttributeString("r", "id", Links, $"rId{i + 1}");
            xml.WriteEndElement();
        }
    }

    private static void Worksheet(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteRaw("<cols>");
        for (var i = 0; i < sheet.Rows[0].Count; i++)
            xml.WriteRaw($"""<col min="{i + 1}" max="{i + 1}" width="{sheet.ColumnWidth}" style="{(sheet.Amounts.Contains(i) ? AmountStyle : "1")}" customWidth="1"/>""");
        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", Main);
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            xml.WriteStartElement("row", Main);
            for (var column = 0; column < sheet.Rows[row].Count; column++) Cell(xml, sheet, row, column);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        WriteLists(xml, [.. sheet.Lists.Select(list => (list.Key, Text: $"\"{string.Join(',', list.Value)}\"")).Where(list => list.Text.Length <= LongestList)]);
    }

    private static void Cell(XmlWriter xml, Sheet sheet, int row, int column)
    {
        var text = sheet.Rows[row][column];
        xml.WriteStartElement("c", Main);
        if (row > 0 && sheet.Amounts.Contains(column))
        {
            xml.WriteAttributeString("s", AmountStyle);
            if (text.Length > 0) xml.WriteElementString("v", Main, text);
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteAttributeString("s", row == 0 ? "2" : "1");
            xml.WriteStartElement("is", Main);
            xml.WriteElementString("t", Main, text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteLists(XmlWriter xml, IReadOnlyList<(int Column, string Text)> lists)
    {
        if (lists.Count == 0) return;
        xml.WriteStartElement("dataValidations", Main);
        foreach (var (column, text) in lists)
        {
            xml.WriteStartElement("dataValidation", Main);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            var letter = (char)('A' + column);
            xml.WriteAttributeString("sqref", $"{letter}2:{letter}{LastListRow}");
            xml.WriteElementString("formula1", Main, text);
            xml.WriteEndElement();
        }
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var stream = zip.CreateEntry(name).Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument();
        write(xml);
    }
}

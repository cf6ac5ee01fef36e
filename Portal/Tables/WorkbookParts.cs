using System.IO.Compression;

namespace Portal.Tables;

/// <summary>The parts of a workbook that its first visible sheet is read with.</summary>
/// <param name="Is1904">Whether days are counted from 1904.</param>
internal sealed record WorkbookParts(ZipArchiveEntry Sheet, IReadOnlyList<string> Texts, WorkbookDates Dates, bool Is1904)
{
    /// <exception cref="InvalidDataException">A part is missing or is not made as workbooks are.</exception>
    public static WorkbookParts Read(ZipArchive zip)
    {
        var workbook = Find(zip, "xl/workbook.xml") ?? zip.Entries.FirstOrDefault(part => part.Name.Equals("workbook.xml", StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidDataException("There is no workbook part.");
        var folder = workbook.FullName[..^workbook.Name.Length];
        var targets = Targets(Find(zip, $"{folder}_rels/{workbook.Name}.rels"), folder);
        var sheets = new List<(string Id, bool IsVisible)>();
        var is1904 = false;
        using (var xml = WorkbookXml.Open(workbook))
            while (xml.Step())
                if (xml.IsStartOf("sheet"))
                    sheets.Add((xml.GetAttribute("id", OfRelations) ?? xml.GetAttribute("id", OfStrictRelations) ?? "", xml.GetAttribute("state") is null or "visible"));
                else if (xml.IsStartOf("workbookPr"))
                    is1904 = xml.GetAttribute("date1904") is "1" or "true";
        var first = sheets.FirstOrDefault(sheet => sheet.IsVisible, sheets.FirstOrDefault());
        var entry = (first.Id is { } id && targets.TryGetValue(id, out var target) ? Find(zip, target) : null) ?? Find(zip, $"{folder}worksheets/sheet1.xml")
            ?? throw new InvalidDataException("There is no sheet.");
        return new WorkbookParts(entry, ReadTexts(Find(zip, $"{folder}sharedStrings.xml")), WorkbookDates.Read(Find(zip, $"{folder}styles.xml")), is1904);
    }

    private const string OfRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string OfStrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private static ZipArchiveEntry? Find(ZipArchive zip, string name) =>
        zip.Entries.FirstOrDefault(part => part.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, string> Targets(ZipArchiveEntry? relations, string folder)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (relations is null) return targets;
        using var xml = WorkbookXml.Open(relations);
        while (xml.Step())
            if (xml.IsStartOf("Relationship") && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : folder + target;
        return targets;
    }

    private static List<string> ReadTexts(ZipArchiveEntry? part)
    {
        var texts = new List<string>();
        if (part is null) return texts;
        using var xml = WorkbookXml.Open(part);
        while (xml.Step())
            if (xml.IsStartOf("si"))
                texts.Add(xml.TextWithin("si"));
        return texts;
    }
}

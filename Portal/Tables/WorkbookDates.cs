using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Portal.Tables;

/// <summary>Which looks of a workbook's cells show a number as a day.</summary>
internal sealed partial class WorkbookDates
{
    private readonly List<bool> _looks = [];

    public bool IsDate(int look) => look < _looks.Count && _looks[look];

    public static WorkbookDates Read(ZipArchiveEntry? styles)
    {
        var dates = new WorkbookDates();
        if (styles is null) return dates;
        var own = new Dictionary<int, bool>();
        var isOfCells = false;
        using var xml = WorkbookXml.Open(styles);
        while (xml.Step())
        {
            if (xml.IsStartOf("numFmt") && Number(xml.GetAttribute("numFmtId")) is { } format) own[format] = ShowsDay(xml.GetAttribute("formatCode") ?? "");
            else if (xml.LocalName == "cellXfs") isOfCells = xml.NodeType == System.Xml.XmlNodeType.Element;
            else if (isOfCells && xml.IsStartOf("xf")) dates._looks.Add(Number(xml.GetAttribute("numFmtId")) is { } used && (own.TryGetValue(used, out var shows) ? shows : IsBuiltIn(used)));
        }

        return dates;
    }

    // 27 to 36 and 50 to 58 are days in East Asian spreadsheets, and no file writes them out.
    private static bool IsBuiltIn(int format) => format is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58;

    private static bool ShowsDay(string format)
    {
        var letters = Literal().Replace(format, "");
        return letters.Contains('d', StringComparison.OrdinalIgnoreCase) || letters.Contains('y', StringComparison.OrdinalIgnoreCase);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|General", RegexOptions.IgnoreCase)]
    private static partial Regex Literal();
}

using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Portal.Tables;

/// <summary>The first sheet of an .xlsx workbook that people see, a row in memory at a time.</summary>
/// <remarks>
/// Our own reader, because the small libraries leave out what decides here: values a formula failed to give, hidden rows, the
/// strict form of the format, and a bound on what is unpacked.
/// </remarks>
internal sealed class WorkbookTable : ITable
{
    public const string Broken = "这个 Excel 文件无法打开，可能已损坏、设了密码，或者不是 .xlsx 工作簿。请在 Excel 中打开，另存为 .xlsx 后再上传。";

    /// <summary>No table is wider; cells beyond are read by nobody.</summary>
    private const int Widest = 500;

    private const int DaysTo1904 = 1462;

    private readonly ZipArchive _zip;
    private readonly WorkbookParts _parts;
    private readonly XmlReader _xml;
    private readonly MergedCells? _merged;
    private readonly string[] _cells = new string[Widest];

    public WorkbookTable(Stream stream)
    {
        (_zip, _parts, _merged, _xml) = Guarded(() =>
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            var parts = WorkbookParts.Read(zip);
            return (zip, parts, MergedCells.Read(parts.Sheet), WorkbookXml.Open(parts.Sheet));
        });
    }

    public int Width { get; private set; }

    public int Row { get; private set; }

    public bool IsHidden { get; private set; }

    public bool Read() => Guarded(ReadRow);

    public string Cell(int column)
    {
        var text = column < Width ? _cells[column] : "";
        return _merged is null ? text : _merged.Text(column, text);
    }

    public bool IsBlank(int column) => string.IsNullOrWhiteSpace(Cell(column));

    public void Dispose()
    {
        _xml.Dispose();
        _zip.Dispose();
    }

    private bool ReadRow()
    {
        while (!_xml.IsStartOf("row"))
            if (!_xml.Step() || _xml.IsEndOf("sheetData"))
                return false;
        Row = int.TryParse(_xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > Row ? row : Row + 1;
        IsHidden = _xml.GetAttribute("hidden") is "1" or "true";
        _cells.AsSpan(0, Width).Fill("");
        Width = 0;
        _merged?.GoTo(Row);
        if (_xml.IsEmptyElement) return _xml.Step() || true;
        var next = 0;
        while (_xml.Step() && !_xml.IsEndOf("row"))
        {
            if (!_xml.IsStartOf("c")) continue;
            var column = CellPlace.TryRead(_xml.GetAttribute("r"), out var place) ? place.Column : next;
            next = column + 1;
            var text = ReadCell();
            if (column >= Widest) continue;
            _cells.AsSpan(Width, Math.Max(0, column - Width)).Fill("");
            (_cells[column], Width) = (text, Math.Max(Width, next));
        }

        return true;
    }

    private string ReadCell()
    {
        var kind = _xml.GetAttribute("t");
        var look = _xml.GetAttribute("s");
        if (_xml.IsEmptyElement) return "";
        string text = "", formula = "";
        while (_xml.Step() && !_xml.IsEndOf("c"))
            if (_xml.IsStartOf("v")) text = _xml.TextWithin("v");
            else if (_xml.IsStartOf("is")) text = _xml.TextWithin("is");
            else if (_xml.IsStartOf("f")) formula = _xml.TextWithin("f");
        // A formula that nobody has worked out is an unreadable value and no blank.
        if (text.Length == 0 && formula.Length > 0) return "=" + formula;
        return kind switch
        {
            "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var shared) && shared < _parts.Texts.Count ? _parts.Texts[shared] : "",
            "b" => text == "1" ? "TRUE" : "FALSE",
            null or "n" => Number(text, look),
            _ => text,
        };
    }

    private string Number(string text, string? look)
    {
        if (text.Length == 0 || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return text;
        if (look is not null && number is >= 1 and < 2_958_466 && int.TryParse(look, NumberStyles.None, CultureInfo.InvariantCulture, out var style) && _parts.Dates.IsDate(style))
            return DateTime.FromOADate(number + (_parts.Is1904 ? DaysTo1904 : 0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // A decimal keeps the 15 digits that a spreadsheet shows and drops the noise a binary fraction carries behind them.
        return Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        // A broken workbook shows as whatever its reader stumbles over; only what is not the file's fault goes on.
        catch (Exception broken) when (broken is InvalidDataException || broken is not (IOException or OutOfMemoryException or TableUnreadableException))
        {
            throw new TableUnreadableException(Broken, broken);
        }
    }
}

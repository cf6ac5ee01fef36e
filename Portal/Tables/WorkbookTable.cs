using System.Globalization;
using ExcelDataReader;

namespace Portal.Tables;

/// <summary>The first sheet of an .xlsx workbook.</summary>
internal sealed class WorkbookTable : ITable
{
    private const string Broken = "这个 Excel 文件无法打开，可能已损坏、设了密码，或者不是 .xlsx 工作簿。请在 Excel 中打开，另存为 .xlsx 后再上传。";
    private readonly IExcelDataReader _sheet;
    private readonly CellRange[] _merged;
    private readonly Dictionary<CellRange, string> _mergedTexts = new(ReferenceEqualityComparer.Instance);

    public WorkbookTable(Stream stream)
    {
        _sheet = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(stream));
        _merged = Guarded(() => _sheet.MergeCells) ?? [];
    }

    public int Width => _sheet.FieldCount;

    public bool Read() => Guarded(_sheet.Read);

    public string Cell(int column)
    {
        if (column >= _sheet.FieldCount) return "";
        var text = Text(_sheet.GetValue(column));
        return _merged.Length > 0 && Array.Find(_merged, range => Holds(range, column)) is { } whole ? Merged(whole, text) : text;
    }

    public bool IsBlank(int column) => string.IsNullOrWhiteSpace(Cell(column));

    public void Dispose() => _sheet.Dispose();

    // Merged cells look to people as if each row said the same, but only the first holds it.
    private string Merged(CellRange whole, string text)
    {
        if (text.Length == 0) return _mergedTexts.GetValueOrDefault(whole, "");
        return _mergedTexts[whole] = text;
    }

    private bool Holds(CellRange range, int column) =>
        range.FromRow <= _sheet.Depth && _sheet.Depth <= range.ToRow && range.FromColumn <= column && column <= range.ToColumn;

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        // A decimal keeps the 15 digits that Excel shows and drops the noise a binary fraction carries behind them.
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        // A broken workbook shows as whatever its reader stumbles over; only what is not the file's fault goes on.
        catch (Exception broken) when (broken is not (IOException or OutOfMemoryException))
        {
            throw new TableUnreadableException(Broken, broken);
        }
    }
}

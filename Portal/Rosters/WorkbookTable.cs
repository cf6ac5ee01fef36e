using System.Globalization;
using ExcelDataReader;

namespace Portal.Rosters;

/// <summary>The first sheet of an .xlsx workbook.</summary>
internal sealed class WorkbookTable : IRosterTable
{
    private const string Broken = "这个 Excel 文件无法打开，可能已损坏、设了密码，或者不是 .xlsx 工作簿。请在 Excel 中打开，另存为 .xlsx 后再上传。";
    private readonly IExcelDataReader _sheet;

    public WorkbookTable(Stream stream) => _sheet = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(stream));

    public int Width => _sheet.FieldCount;

    public bool Read() => Guarded(_sheet.Read);

    public string Cell(int column) => column < _sheet.FieldCount ? Text(_sheet.GetValue(column)) : "";

    public void Dispose() => _sheet.Dispose();

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        // A decimal keeps the 15 digits that Excel shows and drops the noise a binary fraction carries behind them.
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture),
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
            throw new RosterUnreadableException(Broken, broken);
        }
    }
}

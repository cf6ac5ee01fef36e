using System.Text;
using Sylvan.Data.Csv;

namespace Portal.Tables;

internal sealed class CsvTable : ITable
{
    /// <summary>A longer line is a quote that nobody closed.</summary>
    private const int LongestLine = 1 << 20;

    private readonly CsvDataReader _csv;
    private int _line;

    public CsvTable(Stream stream, Encoding encoding)
    {
        var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        // A line that begins with # is a faulty row to be told of, not a comment to be passed over.
        _csv = Guarded(() => CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, Comment = '\0', MaxBufferSize = LongestLine, StringFactory = new CellPool().Text }));
    }

    public int Width => _csv.RowFieldCount;

    public bool Read()
    {
        _line++;
        return Guarded(_csv.Read);
    }

    public string Cell(int column) => column < _csv.RowFieldCount ? _csv.GetString(column) : "";

    public bool IsBlank(int column) => column >= _csv.RowFieldCount || _csv.GetFieldSpan(column).IsWhiteSpace();

    public void Dispose() => _csv.Dispose();

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException broken)
        {
            throw new TableUnreadableException($"第 {Math.Max(1, _line)} 行（表头算第1行）附近的引号不成对，后面的内容无法读取。请重新导出后再上传。", broken);
        }
    }
}

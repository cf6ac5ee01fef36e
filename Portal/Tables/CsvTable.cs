using System.Text;
using Sylvan.Data.Csv;

namespace Portal.Tables;

internal sealed class CsvTable : ITable
{
    /// <summary>A longer line is no row of a table.</summary>
    private const int LongestLine = 1 << 20;

    private static readonly char[] Separators = [',', '\t', ';', '|'];

    private readonly CsvDataReader _csv;

    public CsvTable(Stream stream, Encoding encoding)
    {
        var separator = SeparatorOf(stream, encoding);
        var text = new StrayQuotes(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16), separator);
        // A line that begins with # is a faulty row to be told of, not a comment to be passed over.
        _csv = Guarded(() => CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            HasHeaders = false,
            Comment = '\0',
            Delimiter = separator,
            MaxBufferSize = LongestLine,
            StringFactory = new CellPool().Text,
        }));
    }

    public int Width => _csv.RowFieldCount;

    public int Row { get; private set; }

    public bool IsHidden => false;

    public bool Read()
    {
        Row++;
        return Guarded(_csv.Read);
    }

    public string Cell(int column) => column < _csv.RowFieldCount ? Bare(_csv.GetString(column)) : "";

    public bool IsBlank(int column) => column >= _csv.RowFieldCount || _csv.GetFieldSpan(column).IsWhiteSpace();

    public void Dispose() => _csv.Dispose();

    /// <summary>Takes off how spreadsheets keep a long number from being taken for one: <c>="2101…"</c>, or an apostrophe before it.</summary>
    private static string Bare(string text) => text switch
    {
        ['=', '"', .. var inner, '"'] => inner.Replace("\"\"", "\"", StringComparison.Ordinal),
        ['\'', >= '0' and <= '9' or '=' or '+' or '-' or '@', ..] => text[1..],
        _ => text,
    };

    // By the first line that holds one: a title above the heading holds none.
    private static char SeparatorOf(Stream stream, Encoding encoding)
    {
        var begin = stream.Position;
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 12, leaveOpen: true);
        var sample = new char[1 << 14];
        var length = text.ReadBlock(sample, 0, sample.Length);
        stream.Position = begin;
        foreach (var line in sample.AsSpan(0, length).EnumerateLines())
            if (line.ContainsAny(Separators))
                return Most(line);
        return ',';
    }

    private static char Most(ReadOnlySpan<char> line)
    {
        var most = ',';
        foreach (var separator in Separators)
            if (line.Count(separator) > line.Count(most))
                most = separator;
        return most;
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException broken)
        {
            throw new TableUnreadableException($"第 {Math.Max(1, Row)} 行（表头算第1行）太长，后面的内容无法读取。请重新导出后再上传。", broken);
        }
    }
}

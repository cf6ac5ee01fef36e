using Portal.Domain.Values;

namespace Portal.Tables;

/// <summary>The rows of a table below its heading: what is read of rosters, lists of people and bank reports alike.</summary>
/// <remarks>
/// A title and a few words may stand above the heading. Rows that are blank in every column that is read are none, whatever
/// number a template has put before them, and a row of totals is left out and counted.
/// </remarks>
internal sealed class HeadedTable : IDisposable
{
    /// <summary>A title, or the notes of a template, may stand above.</summary>
    private const int HeadingWithin = 30;

    /// <summary>A table is no wider where totals are looked for.</summary>
    private const int WidestTotal = 40;

    private static readonly string[] Totals = ["合计", "总计", "小计", "共计", "累计", "总和"];

    private readonly ITable _table;
    private readonly CancellationToken _cancellation;
    private readonly int[] _read;
    private readonly int _key;

    private HeadedTable(ITable table, TableHeading heading, CancellationToken cancellation)
    {
        (_table, Heading, _cancellation) = (table, heading, cancellation);
        _read = [.. heading.Places.Where(place => place >= 0)];
        _key = heading.Places[heading.Key];
    }

    public TableHeading Heading { get; }

    /// <summary>As the spreadsheet counts, from 1.</summary>
    public int Row => _table.Row;

    /// <summary>How many rows were read that a spreadsheet hides.</summary>
    public int Hidden { get; private set; }

    /// <summary>How many rows of totals were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>What the reader is to know of how the table was read; empty where there is nothing to tell.</summary>
    public string Told => (Hidden > 0 ? $"表格里有 {Hidden} 行是隐藏的，也一起读取了。" : "") + (LeftOut > 0 ? $"合计行（{LeftOut} 行）没有读取。" : "");

    /// <param name="recognize">Whether a row is the heading, by the places of the columns in it.</param>
    /// <param name="empty">What to say of a table that holds nothing.</param>
    /// <param name="noHeading">What to say of one without a heading.</param>
    /// <exception cref="TableUnreadableException">There is no heading, or a column stands in it twice.</exception>
    public static HeadedTable Open(
        ITable table, IReadOnlyList<TableColumn> columns, int key, Func<TableHeading, bool> recognize, string empty, string noHeading, CancellationToken cancellation = default)
    {
        var isEmpty = true;
        while (table.Read() && table.Row <= HeadingWithin)
        {
            cancellation.ThrowIfCancellationRequested();
            var heading = TableHeading.Read(table, columns, key);
            isEmpty &= heading.IsBlank;
            if (!recognize(heading)) continue;
            return heading.Twice is null ? new HeadedTable(table, heading, cancellation)
                : throw new TableUnreadableException($"表头里“{heading.Twice}”出现了两次，无法判断以哪一列为准。请删去多余的一列后再上传。");
        }

        throw new TableUnreadableException(isEmpty ? empty : noHeading);
    }

    /// <summary>Goes on to the next row that holds something.</summary>
    public bool Read()
    {
        while (_table.Read())
        {
            _cancellation.ThrowIfCancellationRequested();
            if (IsBlank()) continue;
            if (IsTotal())
            {
                LeftOut++;
                continue;
            }

            if (_table.IsHidden) Hidden++;
            return true;
        }

        return false;
    }

    /// <param name="column">By its place among the columns asked for; empty where the table does without it.</param>
    public string Cell(int column) => Heading.Places[column] is >= 0 and var place ? _table.Cell(place) : "";

    public void Dispose() => _table.Dispose();

    private bool IsBlank()
    {
        foreach (var place in _read)
            if (!_table.IsBlank(place))
                return false;
        return true;
    }

    private bool IsTotal()
    {
        if (!_table.IsBlank(_key)) return SaysTotal(_table.Cell(_key));
        for (var place = 0; place < Math.Min(_table.Width, WidestTotal); place++)
            if (SaysTotal(_table.Cell(place)))
                return true;
        return false;
    }

    private static bool SaysTotal(string cell)
    {
        // Hardly a cell begins so, and of a million codes none does.
        if (cell.Length == 0 || char.IsAsciiLetterOrDigit(cell[0])) return false;
        var text = PlainText.Compact(cell).TrimEnd(':');
        return Totals.Any(total => text == total || text.StartsWith(total, StringComparison.Ordinal) && text.Length > total.Length && text[total.Length] is '(' or ':' or '0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9');
    }
}

using System.IO.Compression;

namespace Portal.Tables;

/// <param name="FromRow">From 1; columns from 0.</param>
internal sealed record MergedRange(int FromRow, int ToRow, int FromColumn, int ToColumn);

/// <summary>The merged cells of a sheet that is read from top to bottom: they look to people as if each row said the same, but only the first holds it.</summary>
internal sealed class MergedCells(IEnumerable<MergedRange> ranges)
{
    /// <summary>Merged cells do not overlap, and no row of a table is wider.</summary>
    private const int MostAtOnce = 1000;

    private readonly Queue<MergedRange> _ahead = new(ranges.OrderBy(range => range.FromRow));
    private readonly List<(MergedRange Range, string Text)> _here = [];

    /// <returns>Null where the sheet has none.</returns>
    public static MergedCells? Read(ZipArchiveEntry sheet)
    {
        if (!Names(sheet)) return null;
        var ranges = new List<MergedRange>();
        using var xml = WorkbookXml.Open(sheet);
        while (xml.Step())
            if (xml.IsStartOf("mergeCell") && xml.GetAttribute("ref")?.Split(':') is [var from, var to]
                && CellPlace.TryRead(from, out var start) && CellPlace.TryRead(to, out var end))
                ranges.Add(new MergedRange(start.Row, end.Row, start.Column, end.Column));
        return ranges.Count == 0 ? null : new MergedCells(ranges);
    }

    // They stand behind the rows, and reading all of these twice costs more than looking for the word.
    private static bool Names(ZipArchiveEntry sheet)
    {
        using var stream = sheet.Open();
        var buffer = new byte[1 << 16];
        for (int kept = 0, read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (bytes.IndexOf(Name) >= 0) return true;
            kept = Math.Min(Name.Length - 1, bytes.Length);
            bytes[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private static ReadOnlySpan<byte> Name => "mergeCell"u8;

    /// <param name="row">Not before the one asked for last.</param>
    /// <exception cref="TableUnreadableException">More of them meet in one row than a table has columns.</exception>
    public void GoTo(int row)
    {
        _here.RemoveAll(merged => merged.Range.ToRow < row);
        while (_ahead.TryPeek(out var next) && next.FromRow <= row)
        {
            _ahead.Dequeue();
            if (next.ToRow >= row) _here.Add((next, ""));
            if (_here.Count > MostAtOnce) throw new TableUnreadableException("表格里合并的单元格太多，没有读取。请取消合并，另存后再上传。");
        }
    }

    /// <param name="text">What the cell itself holds.</param>
    public string Text(int column, string text)
    {
        for (var i = 0; i < _here.Count; i++)
        {
            var (range, whole) = _here[i];
            if (column < range.FromColumn || column > range.ToColumn) continue;
            if (text.Length == 0) return whole;
            _here[i] = (range, text);
        }

        return text;
    }
}

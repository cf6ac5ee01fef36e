namespace Portal.Tables;

/// <summary>Hands out one text for the short cells that stand in a roster again and again: sizes, answers, counts, places.</summary>
/// <remarks>Each hash has one place, so the pool never grows: a cell that finds another there takes its place.</remarks>
internal sealed class CellPool
{
    private const int Places = 4096;

    /// <summary>A place has six digits; longer cells are amounts and codes, of which hardly one comes twice.</summary>
    private const int LongestKept = 6;

    private readonly string?[] _texts = new string?[Places];

    public string Text(char[] buffer, int offset, int length)
    {
        var cell = buffer.AsSpan(offset, length);
        if (length > LongestKept) return new string(cell);
        if (length == 0) return "";
        var hash = (uint)length;
        foreach (var c in cell) hash = hash * 31 + c;
        var place = hash % Places;
        if (_texts[place] is { } kept && cell.SequenceEqual(kept)) return kept;
        return _texts[place] = new string(cell);
    }
}

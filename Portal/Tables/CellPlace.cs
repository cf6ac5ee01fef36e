namespace Portal.Tables;

/// <summary>Where a cell stands: <c>AB12</c>.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 0.</param>
internal readonly record struct CellPlace(int Row, int Column)
{
    public static bool TryRead(string? text, out CellPlace place)
    {
        int row = 0, column = 0, at = 0;
        place = default;
        if (text is null or { Length: > 12 }) return false;
        for (; at < text.Length && char.IsAsciiLetter(text[at]); at++) column = column * 26 + char.ToUpperInvariant(text[at]) - 'A' + 1;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++) row = row * 10 + text[at] - '0';
        place = new CellPlace(row, column - 1);
        return at == text.Length && column > 0 && row > 0;
    }
}

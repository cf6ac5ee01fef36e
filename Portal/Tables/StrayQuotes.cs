using System.Text;

namespace Portal.Tables;

/// <summary>Text of comma-separated fields in which a quote that opens a field and is never closed as one stands for itself.</summary>
/// <remarks>
/// Names are written with quotes in them. RFC 4180 knows them only doubled, and a reader that goes by it would take all rows
/// up to the next quote for one field. Text without a quote is passed on as it comes.
/// </remarks>
internal sealed class StrayQuotes(TextReader source, char separator) : TextReader
{
    private const int Piece = 1 << 16;

    /// <summary>A field with line breaks in it is no longer, or its quote was never closed.</summary>
    private const int LongestField = 4000;

    private const int MostLines = 20;

    private readonly StringBuilder _mended = new();
    private string _text = "";
    private int _at;
    private bool _isOver;
    private char _before = '\n';
    private int _mendedAt;

    public override int Peek() => throw new NotSupportedException();

    public override int Read() => throw new NotSupportedException();

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty) return 0;
        if (_mendedAt < _mended.Length) return TakeMended(buffer);
        if (_at == _text.Length && !Fill()) return 0;
        var ahead = _text.AsSpan(_at);
        var quote = FindOpening(ahead);
        if (quote > 0 || quote < 0)
        {
            var length = Math.Min(buffer.Length, quote < 0 ? ahead.Length : quote);
            ahead[..length].CopyTo(buffer);
            _before = ahead[length - 1];
            _at += length;
            return length;
        }

        Mend();
        return TakeMended(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Where a field begins with a quote; -1 where none does.</summary>
    private int FindOpening(ReadOnlySpan<char> text)
    {
        for (var from = 0; from < text.Length;)
        {
            var found = text[from..].IndexOf('"');
            if (found < 0) return -1;
            var at = from + found;
            var before = at == 0 ? _before : text[at - 1];
            if (before == separator || before is '\n' or '\r') return at;
            from = at + 1;
        }

        return -1;
    }

    // The text goes on with a quote that opens a field: the field as it is, or quoted as a reader expects it.
    private void Mend()
    {
        _mended.Clear();
        _mendedAt = 0;
        if (Closing() is { } end)
        {
            _mended.Append(_text, _at, end - _at);
        }
        else
        {
            end = _at + 1;
            while (!IsEnd(end)) end++;
            _mended.Append('"').Append(_text[_at..end].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        _before = '"';
        _at = end;
    }

    /// <summary>Behind the quote that closes the field; null where none does.</summary>
    private int? Closing()
    {
        var lines = 0;
        for (var i = _at + 1; i < _at + LongestField && Has(i); i++)
        {
            if (_text[i] == '\n' && ++lines > MostLines) return null;
            if (_text[i] != '"') continue;
            if (Has(i + 1) && _text[i + 1] == '"') i++;
            else return IsEnd(i + 1) ? i + 1 : null;
        }

        return null;
    }

    private bool IsEnd(int at) => !Has(at) || _text[at] == separator || _text[at] is '\r' or '\n';

    private bool Has(int at) => at < _text.Length || Fill() && at < _text.Length;

    private bool Fill()
    {
        if (_isOver) return false;
        var piece = new char[Piece];
        var read = source.ReadBlock(piece, 0, piece.Length);
        _isOver = read < piece.Length;
        // What lies behind is not kept, but what is being looked at is.
        _text = string.Concat(_text.AsSpan(_at), piece.AsSpan(0, read));
        _at = 0;
        return read > 0;
    }

    private int TakeMended(Span<char> buffer)
    {
        var length = Math.Min(buffer.Length, _mended.Length - _mendedAt);
        _mended.CopyTo(_mendedAt, buffer, length);
        _mendedAt += length;
        return length;
    }
}

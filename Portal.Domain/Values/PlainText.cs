using System.Buffers;

namespace Portal.Domain.Values;

/// <summary>Brings what people and spreadsheets type into the form the readers expect.</summary>
public static class PlainText
{
    private static readonly SearchValues<char> Disturbing =
        SearchValues.Create([' ', '\t', '\u00A0', '\u3000', '\uFEFF', .. FullWidth()]);

    /// <summary>Cuts blanks around the text, the full-width blank and the byte-order mark among them.</summary>
    public static string Trim(string? text) => text is null ? "" : text.Trim().Trim('\uFEFF').Trim();

    /// <summary>Full-width letters, digits and signs become half-width, and every blank goes.</summary>
    public static string Compact(string? text)
    {
        if (text is null) return "";
        if (text.AsSpan().IndexOfAny(Disturbing) < 0) return text.Trim();
        Span<char> buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c == '\uFEFF') continue;
            buffer[length++] = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
        }

        return new string(buffer[..length]);
    }

    private static IEnumerable<char> FullWidth() => Enumerable.Range(0xFF01, 0x5E).Select(code => (char)code);
}

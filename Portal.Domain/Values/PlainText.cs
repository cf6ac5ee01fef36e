namespace Portal.Domain.Values;

/// <summary>Brings what people and spreadsheets type into the form the readers expect.</summary>
public static class PlainText
{
    /// <summary>Cuts blanks around the text, the full-width blank and the byte-order mark among them.</summary>
    public static string Trim(string? text) => text is null ? ""
        : text is [> ' ' and <= '~', .., > ' ' and <= '~'] ? text
        : text.Trim().Trim('\uFEFF').Trim();

    /// <summary>Full-width letters, digits and signs become half-width, and every blank goes.</summary>
    public static string Compact(string? text)
    {
        if (text is null) return "";
        // Nearly every cell of a roster is plain already: told in one step of the processor for digits and codes.
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~')) return text;
        if (!IsDisturbed(text)) return text.Trim();
        Span<char> buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c == '\uFEFF') continue;
            buffer[length++] = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
        }

        return new string(buffer[..length]);
    }

    private static bool IsDisturbed(string text)
    {
        foreach (var c in text)
            if (c is ' ' or '\t' or '\u00A0' or '\u3000' or '\uFEFF' or (>= '\uFF01' and <= '\uFF5E'))
                return true;
        return false;
    }
}

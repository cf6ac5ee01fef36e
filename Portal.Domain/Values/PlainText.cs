using System.Globalization;
using System.Text;

namespace Portal.Domain.Values;

/// <summary>Brings what people and spreadsheets type into the form the readers expect.</summary>
public static class PlainText
{
    /// <summary>Cuts blanks around the text, of whatever kind, and drops what nobody sees: zero-width and direction marks, the soft hyphen.</summary>
    public static string Trim(string? text) => text is null ? ""
        : !text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text.Trim(' ')
        : (HasInvisible(text) ? WithoutInvisible(text) : text).Trim();

    /// <summary>Full-width letters, digits and signs become half-width, and every blank goes, line breaks too.</summary>
    public static string Compact(string? text)
    {
        if (text is null) return "";
        // Nearly every cell of a roster is plain already: told in one step of the processor for digits and codes.
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~')) return text;
        if (!IsDisturbed(text)) return text;
        var visible = HasInvisible(text) ? WithoutInvisible(text) : text;
        Span<char> buffer = visible.Length <= 256 ? stackalloc char[visible.Length] : new char[visible.Length];
        var length = 0;
        foreach (var c in visible)
        {
            if (char.IsWhiteSpace(c)) continue;
            buffer[length++] = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
        }

        return new string(buffer[..length]);
    }

    /// <summary>A whole number that a program wrote with decimals of nothing: <c>10.0</c> is 10.</summary>
    /// <param name="compact">Without blanks.</param>
    public static string Whole(string compact) =>
        compact.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && compact.Length > point + 1 && !compact.AsSpan(point + 1).ContainsAnyExcept('0') ? compact[..point] : compact;

    /// <summary>An amount of money whose decimals beyond the fen are nothing: <c>1000.5000</c> is 1000.50.</summary>
    /// <param name="compact">Without blanks.</param>
    public static string Amount(string compact) =>
        compact.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && compact.Length > point + 3 && !compact.AsSpan(point + 3).ContainsAnyExcept('0') ? compact[..(point + 3)] : compact;

    /// <summary>At most so many chars of the beginning, in whole characters: half of a rare one would be shown as none.</summary>
    public static string Head(string text, int most)
    {
        if (text.Length <= most) return text;
        var starts = StringInfo.ParseCombiningCharacters(text);
        return text[..starts.Last(start => start <= most)];
    }

    /// <summary>As <see cref="Head"/>, of the end.</summary>
    public static string Tail(string text, int most)
    {
        if (text.Length <= most) return text;
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.FirstOrDefault(start => start >= text.Length - most) is > 0 and var from ? text[from..] : "";
    }

    private static bool IsDisturbed(string text)
    {
        foreach (var c in text)
            if (c is >= '\uFF01' and <= '\uFF5E' || char.IsWhiteSpace(c) || IsInvisible(c))
                return true;
        return false;
    }

    private static bool HasInvisible(string text)
    {
        foreach (var c in text)
            if (IsInvisible(c))
                return true;
        return false;
    }

    // A surrogate may be half of one; whole characters are looked at when it is taken out. Of Chinese characters none is.
    private static bool IsInvisible(char c) =>
        c is '\u00AD' || c > '\u05FF' && c is not (>= '\u3000' and <= '\uD7FF') && (c == '\uDB40' || char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    private static string WithoutInvisible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                visible.Append(rune);
        return visible.ToString();
    }
}

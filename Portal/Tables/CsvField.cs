using System.Buffers;

namespace Portal.Tables;

/// <summary>A field of a comma-separated file (RFC 4180).</summary>
public static class CsvField
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>A name that a spreadsheet would take for a formula is shown, not run.</summary>
    public static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + text : text;

    public static void WriteLine(TextWriter target, IReadOnlyList<string> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0) target.Write(',');
            Write(target, fields[i]);
        }

        target.WriteLine();
    }

    public static void Write(TextWriter target, string text)
    {
        if (text.AsSpan().IndexOfAny(Quoted) < 0)
        {
            target.Write(text);
            return;
        }

        target.Write('"');
        target.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        target.Write('"');
    }
}

using System.Buffers;

namespace Portal.Tables;

/// <summary>Writes the fields of comma-separated files (RFC 4180). Nothing else in the portal does, so that no file runs what somebody typed.</summary>
public static class CsvField
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private static readonly SearchValues<char> PartsOfNumbers = SearchValues.Create("0123456789.");

    public static void WriteLine(TextWriter target, IReadOnlyList<string> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0) target.Write(',');
            Write(target, fields[i]);
        }

        target.WriteLine();
    }

    /// <summary>What a spreadsheet would take for a formula is shown, not run; numbers stay numbers.</summary>
    public static void Write(TextWriter target, string text)
    {
        if (IsFormula(text)) text = "'" + text;
        if (text.AsSpan().IndexOfAny(Quoted) < 0)
        {
            target.Write(text);
            return;
        }

        target.Write('"');
        target.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        target.Write('"');
    }

    private static bool IsFormula(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', _, ..] && (text[0] is not ('+' or '-') || text.AsSpan(1).ContainsAnyExcept(PartsOfNumbers));
}

using System.Buffers;

namespace Portal.Rosters;

/// <summary>A field of a comma-separated file (RFC 4180).</summary>
public static class CsvField
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

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

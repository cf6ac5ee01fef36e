using System.Globalization;
using System.Text;
using Portal.Data.Screening;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Casework.Runs;

/// <summary>What to find: every part that is set must fit.</summary>
/// <param name="City">A city's code, or the province's for rows insured there.</param>
/// <param name="Text">A part of a code or a name; capitals and small letters are the same.</param>
public sealed record RowSearch(RowOutcome? Outcome = null, string? City = null, string? Size = null, string? Text = null);

/// <summary>Packs what rows are searched by into blocks, a line a row, and finds the lines that fit.</summary>
/// <remarks>A line is the outcome, the size, the city's two digits, the code, a tab and the name; of a million rows some 50 MB are read through.</remarks>
internal static class RowSearchIndex
{
    public const int PerBlock = 1_000;
    private const int Head = 4;
    private const byte End = (byte)'\n';
    private const byte Any = (byte)'*';

    /// <param name="rows">At least one, at most <see cref="PerBlock"/>, in file order without a gap.</param>
    public static RowBlock Pack(Guid runId, IReadOnlyList<ScreeningRow> rows)
    {
        var lines = new StringBuilder(rows.Count * 48);
        foreach (var row in rows)
            lines.Append(Mark(row.Outcome)).Append(Mark(row.Size)).Append(CityOf(row.RegionCode)).Append(Clean(row.CreditCode)).Append('\t').Append(Clean(row.Name)).Append('\n');
        return new RowBlock { RunId = runId, First = rows[0].Number, Lines = Encoding.UTF8.GetBytes(lines.ToString()) };
    }

    /// <summary>The numbers of the rows of a block that fit, in file order.</summary>
    public static List<int> Find(RowBlock block, RowSearch search)
    {
        var found = new List<int>();
        var text = Clean(PlainText.Trim(search.Text));
        var needle = Encoding.UTF8.GetBytes(text);
        Span<byte> head = stackalloc byte[Head];
        Encoding.ASCII.GetBytes($"{(search.Outcome is { } outcome ? Mark(outcome) : '*')}{(search.Size is { Length: > 0 } size ? Mark(size) : '*')}{(search.City is { Length: > 0 } city ? CityOf(city) : "**")}", head);
        // What the beginning of a line must be, as far as it is known without a gap: found in one sweep, as a text is.
        var known = head.IndexOf(Any) is var gap and >= 0 ? head[..gap] : head;
        ReadOnlySpan<byte> left = block.Lines;
        for (var number = block.First; !left.IsEmpty; number++)
        {
            var passed = needle.Length > 0 ? LineOf(left, left.IndexOf(needle)) : known.Length > 0 ? LineWith(left, known) : 0;
            if (passed < 0) break;
            number += left[..passed].Count(End);
            left = left[passed..];
            var line = left[..left.IndexOf(End)];
            left = left[(line.Length + 1)..];
            if (Fits(line, head) && (needle.Length == 0 || line[Head..].IndexOf(needle) >= 0)) found.Add(number);
        }

        return found;
    }

    /// <summary>Where the line begins that a place lies in; -1 for no place.</summary>
    private static int LineOf(ReadOnlySpan<byte> lines, int place) => place < 0 ? -1 : lines[..place].LastIndexOf(End) + 1;

    /// <summary>Where the first line begins that begins so; -1 for none.</summary>
    private static int LineWith(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> beginning)
    {
        if (lines.StartsWith(beginning)) return 0;
        Span<byte> broken = stackalloc byte[Head + 1];
        broken[0] = End;
        beginning.CopyTo(broken[1..]);
        var place = lines.IndexOf(broken[..(beginning.Length + 1)]);
        return place < 0 ? -1 : place + 1;
    }

    private static bool Fits(ReadOnlySpan<byte> line, ReadOnlySpan<byte> head)
    {
        for (var i = 0; i < Head; i++)
            if (head[i] != Any && head[i] != line[i])
                return false;
        return true;
    }

    private static char Mark(RowOutcome outcome) => (char)('A' + (int)outcome);

    private static char Mark(string size) => (char)('0' + 1 + RosterColumns.Sizes.IndexOf(size));

    // Any row's place, also one that no rule knows; two digits of it tell the city.
    private static string CityOf(string region) =>
        region.Length == 6 && region.StartsWith(RegionDirectory.PrefixOf(RegionDirectory.Province), StringComparison.Ordinal) && char.IsAsciiDigit(region[2]) && char.IsAsciiDigit(region[3])
            ? region[2..4] : "--";

    private static string Clean(string text) => text.ToUpper(CultureInfo.InvariantCulture).Replace('\n', ' ').Replace('\t', ' ');
}

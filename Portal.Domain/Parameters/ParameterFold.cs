namespace Portal.Domain.Parameters;

/// <summary>What is in force of all the lines ever entered: on each day, for a key and place, the last line that covers it.</summary>
public static class ParameterFold
{
    /// <param name="entries">In the order they came into force: what ships first, then by approval.</param>
    /// <returns>Rows that never overlap for one key and place.</returns>
    public static IEnumerable<ParameterRow> InForce(IEnumerable<BookEntry> entries) =>
        entries.GroupBy(entry => (entry.Key, entry.Region))
            .SelectMany(lines => lines.Aggregate<BookEntry, IReadOnlyList<ParameterRow>>([], Lay));

    /// <summary>Lays a later line over the rows in force: what it covers gives way, what remains of an earlier row before and after stays.</summary>
    public static IReadOnlyList<ParameterRow> Lay(IReadOnlyList<ParameterRow> rows, BookEntry later)
    {
        // A line that ends before it begins holds on no day; the check tells of it.
        if (later.To < later.From) return rows;
        var left = rows.SelectMany(row => row.Key == later.Key && row.Region == later.Region ? Remains(row, later) : [row]);
        return later.Value is { } value
            ? [.. left, new ParameterRow(later.Key, later.Region, later.From, later.To, value, later.Status, later.Source)]
            : [.. left];
    }

    private static IEnumerable<ParameterRow> Remains(ParameterRow row, BookEntry later)
    {
        var untouched = row.To < later.From || later.To < row.From || row.HoldsNever;
        if (untouched)
        {
            yield return row;
            yield break;
        }

        var before = row.From < later.From;
        var after = later.To is { } last && (row.To is null || row.To > last);
        if (before) yield return row with { To = later.From.AddDays(-1) };
        if (after) yield return row with { From = later.To!.Value.AddDays(1) };
        // What was stopped from its first day leaves a row of no days: that the place had set the key at all must
        // be known, or the measure would count as offered without it (ruling R11).
        if (!before && !after && later.Value is null) yield return row with { To = row.From.AddDays(-1) };
    }
}

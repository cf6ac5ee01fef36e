using Portal.Domain.Places;

namespace Portal.Domain.Parameters;

/// <summary>One dated value of a parameter in one place, with the document that says so.</summary>
/// <param name="Region">The place it is set for; a county or city row stands before the province's.</param>
/// <param name="To">The last day it holds; null until it is replaced.</param>
/// <param name="Status">T in the notice, C official page, S secondary, D derived, U unconfirmed.</param>
public sealed record ParameterRow(string Key, string Region, DateOnly From, DateOnly? To, string Value, string Status, string Source)
{
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Stopped from its very first day: it only tells that the key had been set, see <see cref="ParameterFold"/>.</summary>
    public bool HoldsNever => To < From;
}

/// <summary>A value as it was found: with the row it came from, or none for a what-if value.</summary>
public sealed record FoundValue(object Value, ParameterRow? Row);

/// <summary>All dated values, looked up by key, place and day (ruling R11).</summary>
/// <remarks>A key with no row for a place and day is not set; nothing may be computed from it (ruling R8).</remarks>
public sealed class ParameterBook
{
    private readonly Dictionary<string, ParameterRow[]> _rows;

    public ParameterBook(IEnumerable<ParameterRow> rows) =>
        _rows = rows.GroupBy(row => row.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(row => row.From).ToArray(), StringComparer.Ordinal);

    /// <param name="entries">In the order they came into force.</param>
    public static ParameterBook Of(IEnumerable<BookEntry> entries) => new(ParameterFold.InForce(entries));

    /// <summary>The book as it would be with one more line.</summary>
    public ParameterBook With(BookEntry later) => new(ParameterFold.Lay([.. Rows], later));

    public IEnumerable<ParameterRow> Rows => _rows.Values.SelectMany(rows => rows);

    public bool Knows(string key) => _rows.ContainsKey(key);

    /// <exception cref="InvalidDataException">The row's text is not of the parameter's kind.</exception>
    public FoundValue? Find(Parameter parameter, string region, DateOnly day) =>
        FindRow(parameter.Key, region, day) is not { } row ? null
        : parameter.TryParse(row.Value, out var value) ? new FoundValue(value, row)
        : throw new InvalidDataException($"Parameter {row.Key} for {row.Region} from {row.From:yyyy-MM-dd} cannot be read.");

    public ParameterRow? FindRow(string key, string region, DateOnly day)
    {
        if (!_rows.TryGetValue(key, out var rows)) return null;
        foreach (var place in RegionDirectory.Chain(region))
        {
            foreach (var row in rows)
                if (row.Region == place && row.HoldsOn(day))
                    return row;
        }

        return null;
    }

    /// <summary>The rows of a key (or all), for a place those of the nearest place that has any, and holding on a day when one is given.</summary>
    public IEnumerable<ParameterRow> Select(string? key, string? region, DateOnly? on)
    {
        foreach (var (rowsKey, rows) in _rows)
        {
            if (key is not null && key != rowsKey) continue;
            var holding = rows.Where(row => on is null ? !row.HoldsNever : row.HoldsOn(on.Value)).ToArray();
            var chosen = region is null ? holding
                : RegionDirectory.Chain(region).Select(place => holding.Where(row => row.Region == place).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
            foreach (var row in chosen) yield return row;
        }
    }

    /// <summary>Whether the province has set the key at all, and if so whether a value of its holds on the day.</summary>
    public bool InForceWhereTheProvinceSetIt(string key, DateOnly day)
    {
        if (!_rows.TryGetValue(key, out var rows)) return true;
        var set = false;
        foreach (var row in rows)
        {
            if (row.Region != RegionDirectory.Province) continue;
            if (row.HoldsOn(day)) return true;
            set = true;
        }

        return !set;
    }
}

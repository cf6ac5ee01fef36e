using Portal.Domain.Values;

namespace Portal.Tables;

/// <summary>A column that a table is asked for.</summary>
/// <param name="Names">Every heading it goes by, the usual one first.</param>
internal sealed record TableColumn(params IReadOnlyList<string> Names)
{
    public string Name => Names[0];

    /// <summary>Whether several may stand in a table; then the first is read. Of any other column two are a fault.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Whether a heading means this column, with or without its unit, star or colon, and whatever blanks it was written with.</summary>
    public bool IsHeadedBy(string heading)
    {
        var compact = PlainText.Compact(heading).TrimEnd('*', ':');
        return Names.Any(name => Same(compact, PlainText.Compact(name)) || Same(WithoutNote(compact), WithoutNote(PlainText.Compact(name))));
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string WithoutNote(string heading) => heading.EndsWith(')') && heading.LastIndexOf('(') is > 0 and var at ? heading[..at] : heading;
}

using Portal.Domain.Values;

namespace Portal.Tables;

/// <summary>A row looked at as a heading.</summary>
/// <param name="Places">Where each of the columns asked for stands; -1 where it does not.</param>
/// <param name="Key">The column without which a row is nobody's: by its place among those asked for.</param>
/// <param name="Unused">Headings that nothing is read from.</param>
/// <param name="Twice">A column that stands there twice; null where none does.</param>
internal sealed record TableHeading(IReadOnlyList<int> Places, int Key, IReadOnlyList<string> Unused, string? Twice, bool IsBlank)
{
    /// <summary>No table is wider; what lies beyond is looked at by nobody.</summary>
    private const int Widest = 500;

    public bool Has(int column) => Places[column] >= 0;

    public static TableHeading Read(ITable table, IReadOnlyList<TableColumn> columns, int key)
    {
        var places = Enumerable.Repeat(-1, columns.Count).ToArray();
        var unused = new List<string>();
        string? twice = null;
        var isBlank = true;
        for (var place = 0; place < Math.Min(table.Width, Widest); place++)
        {
            var heading = PlainText.Trim(table.Cell(place));
            if (heading.Length == 0) continue;
            isBlank = false;
            var column = Enumerable.Range(0, columns.Count).FirstOrDefault(i => columns[i].IsHeadedBy(heading), -1);
            if (column < 0) unused.Add(heading);
            else if (places[column] >= 0) twice ??= columns[column].MayRepeat ? null : columns[column].Name;
            else places[column] = place;
        }

        return new TableHeading(places, key, unused, twice, isBlank);
    }
}

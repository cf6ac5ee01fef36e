using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>Brings the people of a spreadsheet into a list that may hold some of them already.</summary>
/// <remarks>
/// A person is known again by the number; failing that, by the row they came from last time, so that the same file twice adds
/// nobody even when a number was mended in between; and a mended number in the file finds the person of that name whose number
/// could not be read. What can be read is never replaced by what cannot.
/// </remarks>
internal sealed class PeopleMerge(IReadOnlyList<PersonEntry> list, IReadOnlyList<PersonColumn> columns, DateOnly today)
{
    private readonly List<PersonEntry> _people = [.. list.Where(entry => !IsBlank(entry, columns))];
    private readonly HashSet<PersonEntry> _taken = [];
    private readonly Dictionary<string, int> _sameRows = [];
    private readonly ILookup<ResidentId?, PersonEntry> _known = list.ToLookup(entry => IdOf(entry, today));

    /// <summary>The list as it will be; entries known again are the same objects, changed once <see cref="Apply"/> is called.</summary>
    public IReadOnlyList<PersonEntry> People => _people;

    public int Added { get; private set; }

    public int Updated { get; private set; }

    /// <summary>Which entry each row became; a row that names a person a second time became none.</summary>
    public List<(SheetPerson Row, PersonEntry Entry)> Taken { get; } = [];

    public List<CellFault> Twice { get; } = [];

    private List<Action> Changes { get; } = [];

    public void Add(IReadOnlyList<SheetPerson> rows)
    {
        var first = new Dictionary<ResidentId, int>();
        foreach (var row in rows)
        {
            var id = IdOf(row.Entry, today);
            if (id is { } known && !first.TryAdd(known, row.Row))
                Twice.Add(new CellFault(row.Row, PersonColumn.Id.Label, $"和第{first[known]}行的身份证号码相同，没有重复添加。"));
            else
                Add(row, id, KeyOf(row.Entry));
        }
    }

    public void Apply()
    {
        foreach (var change in Changes) change();
    }

    private void Add(SheetPerson row, ResidentId? id, string key)
    {
        row.Entry.ImportedAs = key;
        var entry = (id is null ? null : _known[id].FirstOrDefault(IsFree)) ?? _people.Find(entry => entry.ImportedAs == key && IsFree(entry))
            ?? (id is null || row.Entry.Name.Length == 0 ? null : _known[null].FirstOrDefault(entry => entry.Name == row.Entry.Name && IsFree(entry)));
        if (entry is null) _people.Add(entry = row.Entry);
        else Changes.Add(() => Update(entry, row.Entry));
        (Added, Updated) = entry == row.Entry ? (Added + 1, Updated) : (Added, Updated + 1);
        _taken.Add(entry);
        Taken.Add((row, entry));
    }

    private bool IsFree(PersonEntry entry) => !_taken.Contains(entry);

    private void Update(PersonEntry entry, PersonEntry read)
    {
        entry.ImportedAs = read.ImportedAs;
        foreach (var column in columns)
            if (column.Read(read) is { Length: > 0 } text && (IsReadable(column, read) || !IsReadable(column, entry)) && !(column == PersonColumn.Id && IsReadable(column, entry)))
                column.Write(entry, text);
    }

    private bool IsReadable(PersonColumn column, PersonEntry entry) =>
        column.Read(entry) is { Length: > 0 } text
        && (column == PersonColumn.Id ? IdOf(entry, today) is not null : column.Fact is not { } fact || TypedFacts.Fault(fact, text, today) is null);

    private static ResidentId? IdOf(PersonEntry entry, DateOnly today) => ResidentId.TryParse(entry.ResidentId, today, out var id) == IdentifierFault.None ? id : null;

    // Two rows that say the same of two people are told apart by which comes first.
    private string KeyOf(PersonEntry entry)
    {
        var said = $"{entry.Name}|{entry.ResidentId}";
        return $"{said}|{_sameRows[said] = _sameRows.GetValueOrDefault(said) + 1}";
    }

    private static bool IsBlank(PersonEntry entry, IReadOnlyList<PersonColumn> columns) => columns.All(column => PlainText.Trim(column.Read(entry)).Length == 0);
}

/// <summary>What is wrong with one cell of a spreadsheet.</summary>
/// <param name="Row">As the spreadsheet counts, from 1 with the heading.</param>
/// <param name="Column">By its label.</param>
public sealed record CellFault(int Row, string Column, string Message)
{
    public override string ToString() => $"第{Row}行“{Column}”：{Message}";
}

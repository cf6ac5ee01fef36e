using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply.People;

public enum PeopleFilter
{
    All,
    OpenFaults,
    Unfit,
}

/// <summary>What a page of a long list of people shows: whom of them, and who of those is open to be changed.</summary>
public sealed class PeopleRoll
{
    public const int PageSize = 20;

    private IReadOnlyList<PersonEntry> _people = [];
    private HashSet<PersonEntry> _toMend = [];
    private HashSet<PersonEntry> _unfit = [];
    private Dictionary<int, string> _errors = [];
    private PersonEntry? _open;
    private int _page = 1;

    public PeopleFilter Filter { get; private set; }

    public int Page
    {
        get => Math.Clamp(_page, 1, Pages);
        set => _page = value;
    }

    public int Pages => Math.Max(1, (Matching.Count + PageSize - 1) / PageSize);

    /// <summary>Few people are seen at a glance.</summary>
    public bool NeedsFilter => _people.Count > 5 || Filter != PeopleFilter.All;

    public IEnumerable<PersonEntry> Shown => Matching.Skip((Page - 1) * PageSize).Take(PageSize);

    // Who is being changed stays in sight, or the row would vanish under the hand that mends it.
    private List<PersonEntry> Matching => Filter == PeopleFilter.All ? [.. _people] : [.. _people.Where(entry => entry == _open || Set.Contains(entry))];

    private HashSet<PersonEntry> Set => Filter == PeopleFilter.OpenFaults ? _toMend : _unfit;

    public int Count(PeopleFilter filter) => filter switch { PeopleFilter.OpenFaults => _toMend.Count, PeopleFilter.Unfit => _unfit.Count, _ => _people.Count };

    /// <param name="errors">By field id, of the last check: also what only the database knows.</param>
    internal void Take(MeasureReading reading, IReadOnlyDictionary<string, string> errors)
    {
        _people = reading.Typed.People;
        _errors = [];
        foreach (var (id, message) in errors)
            if (FieldIds.RowOf(reading.Prefix, id) is { } row)
                _errors.TryAdd(row, message);
        _unfit = Those(person => person.Assessment.Outcome == Outcome.Ineligible);
        _toMend = Those(person => person.Errors.Count > 0 || _errors.ContainsKey(person.Row));
        if (_people.Count == 1) _open = _people[0];

        // Somebody may have gone from the list since it was read.
        HashSet<PersonEntry> Those(Func<ReadPerson, bool> which) => [.. reading.People.Where(person => person.Row < _people.Count && which(person)).Select(person => _people[person.Row])];
    }

    public bool IsOpen(PersonEntry entry) => entry == _open;

    /// <summary>What the last check held against a person; null for nothing.</summary>
    public string? ErrorOf(int row) => _errors.GetValueOrDefault(row);

    public void Choose(PeopleFilter filter) => (Filter, _page, _open) = (filter, 1, null);

    /// <summary>Opens a person and turns to their page.</summary>
    public void Open(PersonEntry entry)
    {
        _open = entry;
        if (!Matching.Contains(entry)) Filter = PeopleFilter.All;
        _page = Matching.IndexOf(entry) / PageSize + 1;
    }

    public void Close() => _open = null;

    /// <summary>After an import: what has to be mended first, if anything.</summary>
    public void ShowFirst() => Choose(_toMend.Count > 0 ? PeopleFilter.OpenFaults : PeopleFilter.All);
}

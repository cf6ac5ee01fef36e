using Portal.Data.Screening;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Screening;

/// <summary>The firms of a run as they are decided, packed: a million of them in some 40 MB, sorted by their codes in the end.</summary>
internal sealed class FirmList(Guid runId)
{
    private readonly List<Entry> _entries = [];

    public int Count => _entries.Count;

    public void Add(ScreenedRow row)
    {
        if (row.Code is { } code) _entries.Add(new Entry(code.Number, row.Number, row.Outcome, row.Amount?.Fen ?? None));
    }

    /// <summary>The order is the same whenever the same file is read, so that one that was broken off goes on behind what it stored.</summary>
    public void Sort() => _entries.Sort((a, b) => a.Code.CompareTo(b.Code) is var byCode and not 0 ? byCode : a.Number.CompareTo(b.Number));

    public IEnumerable<ScreenedFirm> From(int first) => _entries.Skip(first).Select(entry => new ScreenedFirm
    {
        RunId = runId,
        CreditCode = CreditCode.TextOf(entry.Code),
        Number = entry.Number,
        Outcome = entry.Outcome,
        Amount = entry.Fen == None ? null : new Money(entry.Fen),
    });

    private const long None = -1;

    private readonly record struct Entry(UInt128 Code, int Number, RowOutcome Outcome, long Fen);
}

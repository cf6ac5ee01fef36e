using Portal.Data.Screening;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Screening;

/// <summary>Counts the rows of a run as they are decided: by outcome, and by outcome, size and city.</summary>
internal sealed class RunTally(RegionDirectory regions)
{
    private readonly Dictionary<(RowOutcome, string Size, string City), (int Count, Money Amount)> _parts = [];
    private readonly Dictionary<string, string> _cities = regions.All.ToDictionary(region => region.Code, region => RegionDirectory.CityOf(region.Code), StringComparer.Ordinal);

    public ScreeningTotals Whole { get; } = new();

    public void Add(RosterRow row, ScreenedRow screened) =>
        Add(screened.Outcome, screened.Amount, PlainText.Compact(row.Size), row.Place);

    public void Add(RowOutcome outcome, Money? amount, string size, string region)
    {
        Whole.Add(outcome, amount);
        var key = (outcome, RosterColumns.Sizes.Contains(size) ? size : "", _cities.GetValueOrDefault(region, ""));
        var (count, sum) = _parts.GetValueOrDefault(key);
        _parts[key] = (count + 1, sum + (amount ?? Money.Zero));
    }

    public IEnumerable<RunTotal> Parts(Guid runId) => _parts.Select(part => new RunTotal
    {
        RunId = runId,
        Outcome = part.Key.Item1,
        Size = part.Key.Size,
        City = part.Key.City,
        Count = part.Value.Count,
        Amount = part.Value.Amount,
    });

    /// <summary>Whether a run that was broken off had counted the same so far; it has not when values were changed meanwhile.</summary>
    public bool Agrees(ScreeningRun run) => Counts(run) == (Whole.Rows, Whole.Count(RowOutcome.Automatic), Whole.Count(RowOutcome.Eligible), Whole.Count(RowOutcome.Ineligible),
        Whole.Count(RowOutcome.Incomplete), Whole.Count(RowOutcome.Rejected), Whole.Amount(RowOutcome.Automatic), Whole.Amount(RowOutcome.Eligible));

    /// <summary>Writes the counts into a run that the context tracks.</summary>
    public void CopyTo(ScreeningRun run)
    {
        run.RowsRead = Whole.Rows;
        (run.AutomaticCount, run.AutomaticAmount) = (Whole.Count(RowOutcome.Automatic), Whole.Amount(RowOutcome.Automatic));
        (run.EligibleCount, run.EligibleAmount) = (Whole.Count(RowOutcome.Eligible), Whole.Amount(RowOutcome.Eligible));
        (run.IneligibleCount, run.IncompleteCount, run.RejectedCount) =
            (Whole.Count(RowOutcome.Ineligible), Whole.Count(RowOutcome.Incomplete), Whole.Count(RowOutcome.Rejected));
    }

    private static (int, int, int, int, int, int, Money, Money) Counts(ScreeningRun run) =>
        (run.RowsRead, run.AutomaticCount, run.EligibleCount, run.IneligibleCount, run.IncompleteCount, run.RejectedCount, run.AutomaticAmount, run.EligibleAmount);
}

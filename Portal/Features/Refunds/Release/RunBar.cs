using Portal.Data.Screening;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Release;

/// <summary>One part of a run: how many rows, how many of them are paid without applying, and what both kinds that get money come to.</summary>
/// <param name="Automatic">免申即享: firms.</param>
/// <param name="Amount">What the automatic ones come to.</param>
/// <param name="OnApplication">What those come to that must apply.</param>
public sealed record RunBar(string Label, int Count, int Automatic, Money Amount, Money OnApplication)
{
    public static RunBar Of(string label, IEnumerable<RunTotal> totals)
    {
        var (count, automatic, amount, onApplication) = (0, 0, Money.Zero, Money.Zero);
        foreach (var total in totals)
        {
            count += total.Count;
            if (total.Outcome == RowOutcome.Automatic) (automatic, amount) = (automatic + total.Count, amount + total.Amount);
            else onApplication += total.Amount;
        }

        return new RunBar(label, count, automatic, amount, onApplication);
    }

    /// <summary>What the tiles and the table by outcome both show, so that neither can say otherwise.</summary>
    /// <returns>In the order of the outcomes; none without rows is missing.</returns>
    public static IReadOnlyList<(RowOutcome Outcome, RunBar Bar)> ByOutcome(IReadOnlyList<RunTotal> totals, Func<RowOutcome, string> label) =>
        [.. Enum.GetValues<RowOutcome>().Select(outcome => (outcome, Of(label(outcome), totals.Where(total => total.Outcome == outcome))))];
}

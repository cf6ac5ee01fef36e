using Portal.Data.Screening;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Release;

/// <summary>One line of a chart of a run: how many rows, how many of them are paid without applying, and what those come to.</summary>
public sealed record RunBar(string Label, int Count, int Automatic, Money Amount)
{
    public static RunBar Of(string label, IEnumerable<RunTotal> totals)
    {
        var (count, automatic, amount) = (0, 0, Money.Zero);
        foreach (var total in totals)
        {
            count += total.Count;
            if (total.Outcome != RowOutcome.Automatic) continue;
            automatic += total.Count;
            amount += total.Amount;
        }

        return new RunBar(label, count, automatic, amount);
    }
}

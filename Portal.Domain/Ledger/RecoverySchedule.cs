using Portal.Domain.Values;

namespace Portal.Domain.Ledger;

/// <param name="DueOn">The last day for paying it back.</param>
public readonly record struct RecoveryStep(int Sequence, Money Amount, DateOnly DueOn);

/// <summary>How a claim is paid back: in equal monthly parts, of which the last takes the rest.</summary>
public static class RecoverySchedule
{
    /// <summary>The most months over which a claim is spread; by the portal's own rule.</summary>
    public const int MostParts = 24;

    /// <summary>Calendar days a payee has for the first part, from the day the claim is approved; by the portal's own rule.</summary>
    public const int DaysToPay = 30;

    /// <summary>The last day for paying the first part.</summary>
    public static DateOnly FirstDue(DateOnly approvedOn) => approvedOn.AddDays(DaysToPay);

    /// <param name="parts">From 1; fewer are made where a part would be nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nothing to pay back, or no or too many parts.</exception>
    public static IReadOnlyList<RecoveryStep> Of(Money amount, int parts, DateOnly firstDue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, Money.Zero);
        if (parts is < 1 or > MostParts) throw new ArgumentOutOfRangeException(nameof(parts));
        parts = (int)Math.Min(parts, amount.Fen);
        var each = new Money(amount.Fen / parts);
        return [.. Enumerable.Range(0, parts).Select(i => new RecoveryStep(
            i + 1, i < parts - 1 ? each : amount - each * (parts - 1), firstDue.AddMonths(i)))];
    }

    /// <summary>How much of each part is still open: what comes in fills them in their order.</summary>
    public static IEnumerable<(RecoveryStep Step, Money Open)> Open(IEnumerable<RecoveryStep> steps, Money received)
    {
        foreach (var step in steps.OrderBy(step => step.Sequence))
        {
            var some = Money.Min(step.Amount, received);
            received -= some;
            yield return (step, step.Amount - some);
        }
    }

    /// <summary>How much of a payment is kept back for what the payee has to pay back.</summary>
    /// <remarks>Never more than is paid, nor more than is owed.</remarks>
    public static Money SetOff(Money due, Money owed) => Money.Max(Money.Zero, Money.Min(due, owed));
}

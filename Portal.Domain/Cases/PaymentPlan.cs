using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Cases;

/// <summary>What is paid when: the instalments of an approved case, in order.</summary>
public sealed record PaymentPlan
{
    private PaymentPlan(IReadOnlyList<Instalment> instalments, Money total) => (Instalments, Total) = (instalments, total);

    public IReadOnlyList<Instalment> Instalments { get; }

    public Money Total { get; }

    /// <param name="due">The deadline of what is paid on approval, counted by the case and not by the day it was assessed; null while it waits for the account.</param>
    /// <remarks>A monthly benefit has no instalments of its own: it is a month's benefit as many times as there are months, the first on approval.</remarks>
    /// <exception cref="InvalidOperationException">The assessment grants nothing, or its parts do not make the whole.</exception>
    public static PaymentPlan For(Assessment assessment, DateOnly? due)
    {
        if (assessment is not { Outcome: Outcome.Eligible, Amount: { } total })
            throw new InvalidOperationException("Only an eligible assessment with an amount can be paid.");
        var steps = assessment.Extras is { Monthly: { } monthly, Months: { } months }
            ? [.. Enumerable.Range(0, months).Select(month => new Instalment(month == 0 ? Trigger.Approval : Trigger.Monthly, monthly, null))]
            : assessment.Instalments;
        var instalments = steps
            .Select(instalment => instalment.Trigger == Trigger.Approval ? instalment with { Due = due }
                // What an application says of days to come makes nothing due: that takes staff (R20).
                : Trigger.EventOf(instalment.Trigger) is not null ? instalment with { Due = null } : instalment)
            .ToArray();
        var sum = Money.Sum(instalments.Select(instalment => instalment.Amount));
        return sum == total ? new PaymentPlan(instalments, total)
            : throw new InvalidOperationException($"Instalments of {sum} do not make the entitlement of {total}.");
    }
}

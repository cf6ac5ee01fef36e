using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Cases;

/// <summary>What is paid when: the instalments of an approved case, in order.</summary>
public sealed record PaymentPlan
{
    private PaymentPlan(IReadOnlyList<Instalment> instalments, Money total) => (Instalments, Total) = (instalments, total);

    public IReadOnlyList<Instalment> Instalments { get; }

    public Money Total { get; }

    /// <param name="due">The deadline of what is paid on approval, counted by the case and not by the day it was assessed.</param>
    /// <exception cref="InvalidOperationException">The assessment grants nothing, or its parts do not make the whole.</exception>
    public static PaymentPlan For(Assessment assessment, DateOnly due)
    {
        if (assessment is not { Outcome: Outcome.Eligible, Amount: { } total })
            throw new InvalidOperationException("Only an eligible assessment with an amount can be paid.");
        var instalments = assessment.Instalments
            .Select(instalment => instalment.Trigger == Trigger.Approval ? instalment with { Due = due } : instalment)
            .ToArray();
        var sum = instalments.Aggregate(Money.Zero, (paid, instalment) => paid + instalment.Amount);
        return sum == total ? new PaymentPlan(instalments, total)
            : throw new InvalidOperationException($"Instalments of {sum} do not make the entitlement of {total}.");
    }
}

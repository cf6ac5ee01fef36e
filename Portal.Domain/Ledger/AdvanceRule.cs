using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Ledger;

/// <summary>What is paid ahead of the event that earns it (R6; clauses 8, 12, 13).</summary>
public static class AdvanceRule
{
    /// <summary>Of a higher total, too, no more than the advance is paid before what it is advanced for has come to pass; the rest waits for it.</summary>
    /// <param name="parts">The plan before the change.</param>
    /// <param name="assessment">What it was granted or determined again by: how much of the whole is an advance.</param>
    /// <param name="released">The triggers of the plan whose event has come to pass.</param>
    public static PlanChange Hold(PlanChange change, IReadOnlyList<PlanPart> parts, Assessment assessment, Money total, IReadOnlySet<string> released)
    {
        bool Happened(string trigger) => Trigger.EventOf(trigger) is null || released.Contains(trigger);
        if (assessment.Amount is not { Fen: > 0 } whole || assessment.Instalments.Select(part => part.Trigger).FirstOrDefault(Trigger.Settles) is not { } settling
            || Happened(settling))
            return change;
        var advance = Money.Sum(assessment.Instalments.Where(part => Happened(part.Trigger)).Select(part => part.Amount)).TimesDown(Rate.Of(total.Fen, whole.Fen));
        var advanced = Money.Sum(parts.Where(part => Happened(part.Trigger)).Select(part => part.Kept));
        return change.Holding(settling, Money.Max(Money.Zero, advance - advanced));
    }
}

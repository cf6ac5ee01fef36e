using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Casework.Cases;

/// <summary>The instalments of a case: those of one that has just been granted, and what they come to. A measure that pays no money has none.</summary>
public static class GrantedPlan
{
    /// <param name="due">
    /// The deadline of what is paid on approval: the promised day, even a missed one, for clause 20 counts from receipt
    /// and a late decision does not move the promise. Null while an automatic refund waits for its account.
    /// </param>
    /// <param name="beganOn">The day on which what is paid for begins, see <see cref="Domain.Applications.ApplicationDefinition.Began"/>: what is paid at the start is not paid before.</param>
    /// <exception cref="InvalidOperationException">The plan does not make the entitlement that was granted.</exception>
    public static IReadOnlyList<PaymentInstalment> For(Case record, DateOnly? due, DateOnly? beganOn = null)
    {
        var plan = PaymentPlan.For(CaseJson.ReadAssessment(record.AssessmentJson), due);
        if (plan.Total != record.Entitlement)
            throw new InvalidOperationException($"Case {record.No}: a plan of {plan.Total} for an entitlement of {record.Entitlement}.");
        return [.. plan.Instalments.Select((part, index) => new PaymentInstalment
        {
            CaseId = record.Id,
            Sequence = index + 1,
            Trigger = part.Trigger,
            Amount = part.Amount,
            DueOn = part.Due,
            HappenedOn = part.Trigger == Trigger.TrainingStart ? beganOn : null,
        })];
    }

    /// <summary>What the plan comes to as it stands, less what is claimed back: the entitlement, or money was lost or made.</summary>
    public static Money TotalOf(Case record) =>
        Money.Sum(record.Instalments.Where(part => part.State != InstalmentState.Lapsed).Select(part => part.Amount - part.Claimed));
}

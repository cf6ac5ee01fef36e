using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;

namespace Portal.Features.Desk;

/// <summary>The instalments of a case that has just been approved.</summary>
public static class GrantedPlan
{
    /// <remarks>
    /// What is paid on approval stays due on the promised day, even a missed one: clause 20 counts from receipt,
    /// and a late decision does not move the promise.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The plan does not make the entitlement that was proposed.</exception>
    public static IReadOnlyList<PaymentInstalment> For(Case record)
    {
        if (!MeasureCatalog.Pays(record.MeasureCode)) return [];
        var due = record.PromisedOn ?? throw new InvalidOperationException($"Case {record.No} is decided without a promised date.");
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
        })];
    }
}

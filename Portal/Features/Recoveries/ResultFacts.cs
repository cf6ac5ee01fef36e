using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Recoveries;

/// <summary>What can come out of a granted case afterwards, and which facts say so.</summary>
public static class ResultFacts
{
    /// <summary>Causes that a person may bring forward for a case; a raised value has a page of its own.</summary>
    public static IReadOnlyList<ChangeCause> CausesOf(Case record) =>
        record.State is not (CaseState.Approved or CaseState.Settled) || record.Instalments.Count == 0 ? []
        : record.MeasureCode == TrainingSubsidy.MeasureCode ? [ChangeCause.TrainingPassed, ChangeCause.TrainingFailed, ChangeCause.FoundIneligible, ChangeCause.PaidTwice]
        : Facts(record.MeasureCode).Count > 0 ? [ChangeCause.FinalAmount, ChangeCause.FoundIneligible, ChangeCause.PaidTwice]
        : [ChangeCause.FoundIneligible, ChangeCause.PaidTwice];

    /// <summary>Whether a rule finds the new amount; otherwise staff say how much of it the payee keeps.</summary>
    public static bool IsAssessed(ChangeCause cause) => cause is ChangeCause.TrainingFailed or ChangeCause.TrainingPassed or ChangeCause.FinalAmount or ChangeCause.ValueRaised;

    /// <summary>The facts a form asks, in its order.</summary>
    public static IReadOnlyList<Fact> Facts(string measure) => measure switch
    {
        TrainingSubsidy.MeasureCode => [TrainingSubsidy.FinalAmount, TrainingSubsidy.HalfwayOn, TrainingSubsidy.NoticeEndedOn],
        InternshipSubsidy.MeasureCode => [InternshipSubsidy.Interns, InternshipSubsidy.Months],
        VenueSubsidy.MeasureCode => [VenueSubsidy.MonthlyRent, VenueSubsidy.MonthsRequested],
        _ => [],
    };

    /// <summary>What an acceptance says beside the facts that are asked.</summary>
    public static FactSet WithResult(FactSet facts, ChangeCause cause) => cause switch
    {
        ChangeCause.TrainingPassed => facts.With(TrainingSubsidy.PassedAcceptance, true),
        ChangeCause.TrainingFailed => facts.With(TrainingSubsidy.PassedAcceptance, false).With(TrainingSubsidy.FinalAmount, null),
        _ => facts,
    };

    /// <summary>Triggers that will not come to pass any more.</summary>
    public static IReadOnlyCollection<string> Lost(ChangeCause cause, FactSet facts) =>
        cause == ChangeCause.TrainingPassed && facts[TrainingSubsidy.HalfwayOn] is null ? [Trigger.Halfway] : [];
}

using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Domain.Cases;
using Portal.Domain.Rules;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>What can come out of a granted case afterwards, and which facts say so.</summary>
public static class ResultFacts
{
    /// <summary>Causes that a person may bring forward for a case; a raised value has a page of its own.</summary>
    public static IReadOnlyList<ChangeCause> CausesOf(Case record, Measure measure) =>
        record.State is not (CaseState.Approved or CaseState.Settled) || record.Instalments.Count == 0 ? []
        : measure.Application.Acceptance is not null ? [ChangeCause.TrainingPassed, ChangeCause.TrainingFailed, ChangeCause.FoundIneligible, ChangeCause.PaidTwice]
        : measure.Application.Results.Count > 0 ? [ChangeCause.FinalAmount, ChangeCause.FoundIneligible, ChangeCause.PaidTwice]
        : [ChangeCause.FoundIneligible, ChangeCause.PaidTwice];

    /// <summary>Whether a rule finds the new amount; otherwise staff say how much of it the payee keeps.</summary>
    public static bool IsAssessed(ChangeCause cause) => cause is ChangeCause.TrainingFailed or ChangeCause.TrainingPassed or ChangeCause.FinalAmount or ChangeCause.ValueRaised;

    /// <summary>The facts that are read for a cause: of a failed training only whether it got halfway.</summary>
    public static IReadOnlyList<Fact> Read(Measure measure, ChangeCause cause) =>
        cause == ChangeCause.TrainingFailed && measure.Application.Acceptance is { } acceptance ? [acceptance.Halfway] : measure.Application.Results;

    /// <summary>What an acceptance says beside the facts that are asked.</summary>
    public static FactSet WithResult(Measure measure, FactSet facts, ChangeCause cause) => (cause, measure.Application.Acceptance) switch
    {
        (ChangeCause.TrainingPassed, { } acceptance) => acceptance.Pass(facts),
        (ChangeCause.TrainingFailed, { } acceptance) => acceptance.Fail(facts),
        _ => facts,
    };

    /// <summary>Triggers that will not come to pass any more.</summary>
    public static IReadOnlyCollection<string> Lost(Measure measure, ChangeCause cause, FactSet facts) =>
        cause == ChangeCause.TrainingPassed && measure.Application.Acceptance is { } acceptance ? acceptance.Lost(facts) : [];
}

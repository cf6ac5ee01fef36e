using Portal.Data.Reference;

namespace Portal.Features.Administration.RuleChanges;

public abstract record DecisionAnswer
{
    public sealed record Done : DecisionAnswer;

    public sealed record NotFound : DecisionAnswer;

    /// <summary>The actor may not; the message says why and who may.</summary>
    public sealed record Refused(string Message) : DecisionAnswer;

    /// <summary>Somebody was faster; nothing was changed.</summary>
    public sealed record Stale(RuleChangeState State) : DecisionAnswer;

    /// <summary>The words do not do; the message says which are needed.</summary>
    public sealed record Invalid(string Message) : DecisionAnswer;
}

namespace Portal.Features.Administration.RuleChanges;

/// <summary>What the page of a change posts.</summary>
public sealed class DecisionFormModel
{
    public Guid Version { get; set; }

    public string? Decision { get; set; }

    public string? Reason { get; set; }
}

namespace Portal.Features.Finance.Redeterminations;

/// <summary>What is posted about a claim; texts as typed.</summary>
public sealed class RecoveryForm
{
    /// <summary>The receipt's own key: pressed twice, it is recorded once.</summary>
    public Guid Id { get; set; }

    public Guid Version { get; set; }

    public string? Amount { get; set; }

    public string? Day { get; set; }

    public string? Reference { get; set; }

    public Guid InstalmentId { get; set; }

    public string? Reason { get; set; }

    public string? Decision { get; set; }
}

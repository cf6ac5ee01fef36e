namespace Portal.Components.Batches;

/// <summary>What the forms of a batch, a line and an answer post; texts as typed, so that what cannot be read is not lost.</summary>
public sealed class BatchForm
{
    public Guid Version { get; set; }

    public string? ExecutionOn { get; set; }

    public string? Note { get; set; }

    public string? Reason { get; set; }

    public string? Finding { get; set; }
}

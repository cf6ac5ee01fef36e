namespace Portal.Features.Finance.Redeterminations;

/// <summary>What is posted about a redetermination; texts as typed, so that what cannot be read is not lost.</summary>
public sealed class RedeterminationForm
{
    /// <summary>The proposal's own key: pressed twice, it is proposed once.</summary>
    public Guid Id { get; set; }

    /// <summary>Of the case when it is proposed, of the proposal when it is decided.</summary>
    public Guid Version { get; set; }

    public string? Cause { get; set; }

    /// <summary>By name of the fact; null when the form that was posted has none.</summary>
    public Dictionary<string, string?>? Facts { get; set; }

    /// <summary>The people it is about, by their places in the list; none where it is about the whole.</summary>
    public List<int>? People { get; set; }

    /// <summary>How much the payee keeps, where no rule says.</summary>
    public string? Keep { get; set; }

    public string? Reason { get; set; }

    public string? Parts { get; set; }

    public bool AllowsSetOff { get; set; }

    public string? Decision { get; set; }
}

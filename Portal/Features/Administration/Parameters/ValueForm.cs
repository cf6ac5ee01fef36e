namespace Portal.Features.Administration.Parameters;

/// <summary>What an administrator typed to set or stop a value, as it was typed.</summary>
public sealed record ValueForm
{
    public const string Stop = "stop";

    /// <summary>The proposal's own key, given when it was checked: pressed twice, it is proposed once.</summary>
    public Guid Id { get; set; }

    public string? Place { get; set; }

    /// <summary><see cref="Stop"/>, or anything else to set a value.</summary>
    public string? Kind { get; set; }

    public string? Value { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Source { get; set; }

    public string? Status { get; set; }

    public string? Note { get; set; }

    /// <summary>Which button was pressed: check, edit or propose.</summary>
    public string? Step { get; set; }
}

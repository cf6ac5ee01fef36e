namespace Portal.Features.Citizen.Cases;

/// <summary>The posted answer to a request for correction.</summary>
public sealed class CorrectionFormModel
{
    public Guid Version { get; set; }

    public string? Note { get; set; }

    public IReadOnlyList<IFormFile>? Files { get; set; }

    /// <summary>Text by fact name, where the form asks for the facts.</summary>
    public Dictionary<string, string>? Facts { get; set; }
}

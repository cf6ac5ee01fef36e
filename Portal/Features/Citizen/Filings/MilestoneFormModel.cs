namespace Portal.Features.Citizen.Filings;

/// <summary>What the pages of a milestone post; days as typed, so that what cannot be read is not lost.</summary>
public sealed class MilestoneFormModel
{
    public Guid Version { get; set; }

    public string? Trigger { get; set; }

    public string? HappenedOn { get; set; }

    public string? AcceptedOn { get; set; }

    public IReadOnlyList<IFormFile>? Files { get; set; }

    public Guid FilingId { get; set; }

    public string? Decision { get; set; }

    public string? Reason { get; set; }
}

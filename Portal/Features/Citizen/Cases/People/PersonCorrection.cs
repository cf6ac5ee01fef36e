namespace Portal.Features.Citizen.Cases.People;

/// <summary>What is posted about one person of an application, as typed.</summary>
public sealed class PersonCorrection
{
    /// <summary>Of the case as the page showed it.</summary>
    public Guid Version { get; set; }

    public string? Name { get; set; }

    /// <summary>Blank leaves the number as it is: the page shows it masked only.</summary>
    public string? ResidentId { get; set; }

    /// <summary>By fact name.</summary>
    public Dictionary<string, string>? Facts { get; set; }

    public string? StartedOn { get; set; }

    public string? FirstMonth { get; set; }
}

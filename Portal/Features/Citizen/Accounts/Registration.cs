namespace Portal.Features.Citizen.Accounts;

/// <summary>What somebody typed to register, as it was typed.</summary>
public sealed record Registration
{
    public string? Name { get; set; }

    public string? ResidentId { get; set; }

    public string? Mobile { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }

    public bool Consent { get; set; }
}

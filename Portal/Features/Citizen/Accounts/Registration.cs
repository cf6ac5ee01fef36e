using Portal.Data.Privacy;

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

    /// <summary>The version of the text on personal data that was shown, when its box was ticked.</summary>
    public string? Application { get; set; }

    /// <summary>The same of the text on sensitive data, which is consented to apart.</summary>
    public string? Sensitive { get; set; }

    public string? VersionFor(ConsentKind kind) => kind == ConsentKind.Application ? Application : Sensitive;
}

namespace Portal.Features.Citizen.AccountChanges;

/// <summary>What the forms of both pages post.</summary>
public sealed class AccountChangeForm
{
    public Guid Version { get; set; }

    public Guid ChangeId { get; set; }

    public string? Bank { get; set; }

    public string? Account { get; set; }

    public string? BankCode { get; set; }

    /// <summary>The number is right although no card has it.</summary>
    public bool Confirmed { get; set; }

    public string? Password { get; set; }

    public string? Reason { get; set; }

    /// <summary><c>confirm</c> or <c>refuse</c>.</summary>
    public string? Decision { get; set; }
}

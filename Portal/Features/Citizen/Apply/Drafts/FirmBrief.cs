using Portal.Data.Accounts;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>What the form shows of a firm.</summary>
/// <param name="Account">Masked; null when the firm's record holds none.</param>
public sealed record FirmBrief(Guid Id, string Name, string CreditCode, string? Bank, string? Account)
{
    public static FirmBrief Of(Firm firm) => new(firm.Id, firm.Name, firm.CreditCode, firm.Bank, firm.Account?.Masked);
}

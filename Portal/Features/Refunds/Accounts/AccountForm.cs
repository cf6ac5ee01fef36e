namespace Portal.Features.Refunds.Accounts;

/// <summary>The fields of the page as the browser posts them.</summary>
public sealed class AccountForm
{
    /// <summary><c>roster</c>, <c>other</c> or nothing yet.</summary>
    public string? Keep { get; set; }

    public string? Holder { get; set; }

    public string? Bank { get; set; }

    public string? Account { get; set; }

    public string? BankCode { get; set; }

    public bool HolderChecked { get; set; }

    public AccountChoice ToChoice() =>
        new(Keep switch { "roster" => true, "other" => false, _ => null }, Holder, Bank, Account, HolderChecked, BankCode);
}

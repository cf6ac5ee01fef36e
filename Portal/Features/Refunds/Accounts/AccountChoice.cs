using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Accounts;

/// <summary>What the firm ticked and typed.</summary>
/// <param name="KeepRoster">Null while neither was chosen.</param>
/// <param name="HolderChecked">That an account in another name than the firm's is meant.</param>
public sealed record AccountChoice(bool? KeepRoster, string? Holder = null, string? Bank = null, string? Account = null, bool HolderChecked = false, string? BankCode = null);

/// <param name="Errors">By the input's name; empty when the account can be taken.</param>
/// <param name="HolderDiffers">Whether the second tick box is to be shown.</param>
internal sealed record CheckedAccount(IReadOnlyDictionary<string, string> Errors, bool HolderDiffers, string Holder, string Bank, SealedText? Account, string? BankCode = null);

internal static class AccountCheck
{
    public const string HolderExplanation = "开户名与企业名称不一致。请核对；如果确实要打到这个账户，请勾选下面的确认。";

    public static CheckedAccount Check(AccountChoice choice, string firmName, string? rosterHolder, string? rosterBank, SealedText? rosterAccount, FieldVault vault, string? rosterCode = null)
    {
        var errors = new Dictionary<string, string>();
        var (holder, bank, account, code) = (rosterHolder ?? "", rosterBank ?? "", rosterAccount, rosterCode);
        if (choice.KeepRoster is null) errors["keep"] = "请选择收款账户。";
        else if (choice.KeepRoster is true && !IsUsable(rosterBank, rosterAccount, vault)) errors["keep"] = "名册里的账户不完整，请选“换一个账户”，填写正确的账户。";
        else if (choice.KeepRoster is false) (holder, bank, account, code) = Read(choice, errors, vault);
        var differs = errors.Count == 0 && !AccountConfirmation.IsFirmItself(holder, firmName);
        if (differs && !choice.HolderChecked) errors["holderChecked"] = HolderExplanation;
        return new CheckedAccount(errors, differs, holder, bank, account, code);
    }

    /// <summary>Whether the account of the roster can be paid to; the screening kept it unchecked.</summary>
    public static bool IsUsable(string? bank, SealedText? account, FieldVault vault) =>
        !string.IsNullOrWhiteSpace(bank) && account is not null && BankAccount.TryParseCorporate(vault.Open(SealPurpose.BankAccount, account), out _) == IdentifierFault.None;

    private static (string Holder, string Bank, SealedText? Account, string? BankCode) Read(AccountChoice choice, Dictionary<string, string> errors, FieldVault vault)
    {
        var (holder, bank) = (PlainText.Trim(choice.Holder), PlainText.Trim(choice.Bank));
        if (holder.Length is 0 or > 200) errors["holder"] = "请填写开户名，与开户许可证一致。";
        if (bank.Length is 0 or > 100) errors["bank"] = "请填写开户银行，写到支行，不超过100个字。";
        if (BankCode.Read(choice.BankCode, out var code) is { } wrong) errors["bankCode"] = wrong;
        if (BankAccount.TryParseCorporate(choice.Account, out var account) == IdentifierFault.None) return (holder, bank, vault.Seal(account), code);
        errors["account"] = BankAccount.CorporateExplanation;
        return (holder, bank, null, code);
    }
}

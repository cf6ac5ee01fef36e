using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Citizen.AccountChanges;

/// <summary>The account as typed, with the password once more.</summary>
/// <param name="BankCode">联行号, of a firm's account alone; may be left out.</param>
/// <param name="Confirmed">Whether the person has said that the number is right although no card has it.</param>
public sealed record NewAccount(string? Bank, string? Account, string? Password, bool Confirmed = false, string? BankCode = null)
{
    public const string BankField = "bank";
    public const string AccountField = "account";
    public const string BankCodeField = "bank-code";
    public const string PasswordField = "password";

    private const int BankAtMost = 100;

    /// <param name="ofFirm">A firm's account has no check digit, a person's card has.</param>
    public IEnumerable<FormError> Faults(bool ofFirm, out BankAccount account)
    {
        var errors = new List<FormError>();
        if (PlainText.Trim(Bank).Length is 0 or > BankAtMost) errors.Add(new FormError(BankField, $"请填写开户银行，写到支行，不超过{BankAtMost}个字。"));
        if (BankAccount.Read(Account, ofFirm, Confirmed, out account) is { } fault) errors.Add(new FormError(AccountField, fault));
        if (ofFirm && Domain.Values.BankCode.Read(BankCode, out _) is { } wrong) errors.Add(new FormError(BankCodeField, wrong));
        if (string.IsNullOrEmpty(Password)) errors.Add(new FormError(PasswordField, "请输入您的登录密码，确认是您本人在操作。"));
        return errors;
    }
}

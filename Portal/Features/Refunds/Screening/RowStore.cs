using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Screening;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Screening;

/// <summary>The form in which a screened row is stored.</summary>
internal static class RowStore
{
    /// <summary>Longer than any account; what stands there then is no account and is not kept.</summary>
    private const int LongestAccount = 64;

    public static ScreeningRow ToRecord(Guid runId, RosterRow row, ScreenedRow screened, FieldVault vault)
    {
        var account = PlainText.Compact(row.Account);
        if (account.Length > LongestAccount) account = "";
        var phone = row.Phone.Length == 0 ? "" : Phone.Read(row.Phone);
        return new ScreeningRow
        {
            RunId = runId,
            Number = row.Number,
            CreditCode = Fit(screened.CreditCode, 64),
            Name = Fit(PlainText.Trim(row.Name), 200),
            RegionCode = Fit(row.Place, 20),
            Size = Fit(PlainText.Compact(row.Size), 20),
            Outcome = screened.Outcome,
            Amount = screened.Amount,
            Reason = Fit(screened.Reason, 500),
            FactsJson = screened.Facts is { } facts ? CaseJson.Write(facts) : "",
            AccountHolder = Fit(PlainText.Trim(row.AccountHolder), 200),
            Bank = Fit(PlainText.Trim(row.Bank), 100),
            BankCode = BankCode.Of(row.BankCode),
            AccountCipher = account.Length == 0 ? "" : vault.Encrypt(SealPurpose.BankAccount, account),
            AccountMasked = account.Length == 0 ? "" : Fit(Mask.BankAccount(account), 40),
            PhoneCipher = phone.Length == 0 ? "" : vault.Encrypt(SealPurpose.Mobile, phone),
            PhoneMasked = phone.Length == 0 ? "" : Mask.Phone(phone),
        };
    }

    // Blanks go first: a readable value never loses a character that counts.
    private static string Fit(string text, int length)
    {
        if (text.Length <= length) return text;
        return PlainText.Head(PlainText.Compact(text), length);
    }
}

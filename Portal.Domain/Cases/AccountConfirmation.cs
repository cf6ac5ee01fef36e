using Portal.Domain.Values;

namespace Portal.Domain.Cases;

/// <summary>Why somebody may not confirm an account.</summary>
public enum AccountRefusal
{
    /// <summary>The account is one's own proposal.</summary>
    OwnRequest,

    /// <summary>One applied for the case, or acts for its firm without managing it.</summary>
    Party,

    /// <summary>One does not hold the office that confirms.</summary>
    OtherOffice,
}

/// <summary>When an account waits for a second person, and who that may be: the portal's own rule against payments to strangers.</summary>
public static class AccountConfirmation
{
    /// <summary>Whether the holder of an account is the firm: blanks, the width of brackets and full-width forms aside (R15).</summary>
    public static bool IsFirmItself(string holder, string firm) => PlainText.Compact(holder) is { Length: > 0 } one && one == PlainText.Compact(firm);

    /// <summary>Whether an automatic refund is paid to the roster's account without a word from the firm (R15).</summary>
    /// <param name="account">As the roster has it; null where it has none.</param>
    public static bool StandsWithoutAsking(string holder, string firm, string? bank, string? account) =>
        IsFirmItself(holder, firm) && PlainText.Trim(bank).Length > 0 && BankAccount.TryParseCorporate(account, out _) == IdentifierFault.None;

    /// <summary>For a person's case the office that approves, for a firm's the one that reviews or another administrator of the firm.</summary>
    /// <param name="administrators">Of the firm; empty for a person's case.</param>
    /// <param name="holdsOffice">Whether the person holds the confirming office in the place of the case.</param>
    /// <returns>Null when the person may.</returns>
    public static AccountRefusal? Refuse(
        Guid person, Guid askedBy, IReadOnlyCollection<Guid> administrators, IReadOnlyCollection<Guid> parties, bool holdsOffice) =>
        Recusal.IsOwnProposal(person, askedBy) ? AccountRefusal.OwnRequest
        : administrators.Contains(person) ? null
        : Recusal.IsParty(person, parties) ? AccountRefusal.Party
        : holdsOffice ? null
        : AccountRefusal.OtherOffice;
}

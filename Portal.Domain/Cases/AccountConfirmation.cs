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
    /// <summary>Whether somebody else has to confirm the account of an automatic refund: the roster's own in the firm's own name stands at once.</summary>
    public static bool IsNeeded(bool isRosters, bool holderDiffers) => holderDiffers || !isRosters;

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

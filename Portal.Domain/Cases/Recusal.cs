namespace Portal.Domain.Cases;

/// <summary>Why a step is left to somebody else.</summary>
public enum RecusalGround
{
    /// <summary>The matter is one's own: one applied, or acts for the firm.</summary>
    Party,

    /// <summary>What is appealed against is one's own doing.</summary>
    FirstHand,

    /// <summary>What is to be decided is one's own proposal.</summary>
    OwnProposal,
}

/// <summary>Whom a matter concerns, and who has been at work on it; ids of people.</summary>
/// <param name="Parties">Who applied for it, and who acts for its firm.</param>
/// <param name="Proposers">Who prepared or proposed what is to be decided now.</param>
/// <param name="FirstHands">Who proposed or decided what an appeal is against.</param>
public sealed record Involvement(
    IReadOnlyCollection<Guid> Parties, IReadOnlyCollection<Guid> Proposers, IReadOnlyCollection<Guid> FirstHands)
{
    /// <param name="proposers">Null where nobody has proposed anything.</param>
    public static Involvement Of(IReadOnlyCollection<Guid> parties, params ReadOnlySpan<Guid?> proposers) => new(parties, Known(proposers), []);

    public Involvement AppealedFrom(params ReadOnlySpan<Guid?> firstHands) => this with { FirstHands = Known(firstHands) };

    private static Guid[] Known(ReadOnlySpan<Guid?> people) => [.. people.ToArray().OfType<Guid>()];
}

/// <summary>Who leaves a step to others (回避), and that nothing is decided by one person alone (两人办理): the portal's own rules.</summary>
public static class Recusal
{
    /// <summary>Whoever is a party leaves every step to others.</summary>
    public static bool IsParty(Guid person, IReadOnlyCollection<Guid> parties) => parties.Contains(person);

    /// <summary>Who proposed does not decide.</summary>
    public static bool IsOwnProposal(Guid person, params ReadOnlySpan<Guid?> proposers) => proposers.Contains(person);

    /// <summary>Why a step is left to others.</summary>
    /// <param name="decides">Whether the step decides what was proposed: only there another person than the proposer is needed.</param>
    /// <returns>The first ground in the order in which they are told; null when the person may.</returns>
    public static RecusalGround? Of(Guid person, Involvement involved, bool decides) =>
        IsParty(person, involved.Parties) ? RecusalGround.Party
        : involved.FirstHands.Contains(person) ? RecusalGround.FirstHand
        : decides && involved.Proposers.Contains(person) ? RecusalGround.OwnProposal
        : null;
}
